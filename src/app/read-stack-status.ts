import type { Result } from '../core/model/result';
import type { Control } from './control';
import type { DeploymentPorts, Stack } from './ports';

/** The stack as it is now, or null when there is none; refused when the profile's account is not `accountId`. */
export async function readStackStatus(
  _ports: DeploymentPorts,
  _place: { readonly accountId: string; readonly stack: string },
  _control: Control = {},
): Promise<Result<Stack | null>> {
  throw new Error('readStackStatus is being written');
}
