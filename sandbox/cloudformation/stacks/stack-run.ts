import type { AccountState, Session, World } from '../../world';
import type { HandlerContext } from '../resources/resource-handler';
import { resourceType } from '../resources/resource-types';
import type { Deployment, Stack } from './stack';
import type { ResourceValues, StackPlace } from './stack-scope';

/** An operation under way on a stack, and in whose name. */
export interface StackRun {
  readonly world: World;
  readonly account: AccountState;
  readonly session: Session;
  readonly stack: Stack;
}

export const placeOf = ({ accountId, region, id, name }: Stack): StackPlace => ({
  accountId,
  region,
  stackId: id,
  stackName: name,
});

export const handlerContext = ({ world, account, session, stack }: StackRun, type: string, logicalId: string): HandlerContext => ({
  world,
  account,
  session,
  region: stack.region,
  stackName: stack.name,
  stackId: stack.id,
  logicalId,
  stackTags: resourceType(type).properties.includes('Tags') ? (stack.deployment?.tags ?? []) : [],
});

/** What the stack's resources give now. */
export const currentValues = ({ resources }: Stack): ResourceValues => ({
  ref: (logicalId) => resources.get(logicalId)?.physicalId,
  attribute: (logicalId, attribute) => resources.get(logicalId)?.attributes[attribute],
});

/** The deployment of a stack that has one. */
export function deploymentOf({ deployment, name }: Stack): Deployment {
  if (!deployment) throw new Error(`Stack ${name} has nothing to deploy.`);
  return deployment;
}
