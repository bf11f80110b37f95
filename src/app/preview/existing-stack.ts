import { err, ok, type Result } from '../../core/model/result';
import type { DeploymentTarget } from '../../core/plan/deployment-preview';
import { checkAccount } from '../check-account';
import type { DeploymentPorts, Stack } from '../ports';

export interface StackPlace {
  readonly accountId: string;
  readonly stack: string;
  readonly connectorName: string;
}

export interface ExistingStack {
  readonly stack: Stack;
  readonly target: DeploymentTarget;
}

/** A stack that is there, in the account that the connector names; all else is a Problem. */
export async function existingStack(ports: DeploymentPorts, place: StackPlace, signal?: AbortSignal): Promise<Result<ExistingStack>> {
  const { accountId, stack: name, connectorName } = place;
  const caller = await checkAccount(ports, accountId, signal);
  if (!caller.ok) return caller;
  const stack = await ports.stacks.read(name, signal);
  if (!stack.ok) return stack;
  if (stack.value && stack.value.status !== 'DELETE_COMPLETE') {
    const target = { profile: ports.profile, accountId, callerArn: caller.value.arn, region: ports.region, stack: name, connectorName };
    return ok({ stack: stack.value, target });
  }
  return err({
    code: 'notFound',
    message: `There is no stack ${name} in account ${accountId}, region ${ports.region}.`,
    action: 'Check the name of the stack and the region in the connector file.',
  });
}
