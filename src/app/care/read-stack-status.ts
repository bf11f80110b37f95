import type { Result } from '../../core/model/result';
import { checkAccount } from '../check-account';
import type { Control } from '../control';
import type { DeploymentPorts, Stack } from '../ports';

/** The stack as it is now, or null when there is none; refused when the profile's account is not `accountId`. */
export async function readStackStatus(
  ports: DeploymentPorts,
  place: { readonly accountId: string; readonly stack: string },
  { signal }: Control = {},
): Promise<Result<Stack | null>> {
  const caller = await checkAccount(ports, place.accountId, signal);
  return caller.ok ? ports.stacks.read(place.stack, signal) : caller;
}
