import { sameJson } from '../../json';
import { ServiceError, validationError } from '../../service-error';
import type { Operation, OperationTable, ServiceRequest } from '../../service-request';
import { createStack } from '../stacks/create-stack';
import { deleteStack } from '../stacks/delete-stack';
import { diffDeployment } from '../stacks/diff-deployment';
import { setStackStatus } from '../stacks/events';
import { findStack, requireLiveStack } from '../stacks/find-stack';
import { importStack } from '../stacks/import-stack';
import { newStack, newStackPlace } from '../stacks/new-stack';
import { prepareDeployment } from '../stacks/prepare-deployment';
import { rollBackUpdate } from '../stacks/roll-back-update';
import type { Deployment, Stack } from '../stacks/stack';
import { placeOf } from '../stacks/stack-run';
import { takeSnapshot, updateStack } from '../stacks/update-stack';
import { idempotent } from './idempotent';

const create: Operation = (request) => {
  const name = request.input.required('StackName');
  const place = newStackPlace(request, name);
  const deployment = prepareDeployment(request, place, undefined);
  if (findStack(request, name)) throw new ServiceError('AlreadyExistsException', `Stack [${name}] already exists`);
  const stack = newStack(request, place);
  beginCreation(request, stack, deployment);
  return { StackId: stack.id };
};

/** Sets a stack going that has no resources yet. */
export function beginCreation(request: ServiceRequest, stack: Stack, deployment: Deployment): void {
  stack.token = request.input.text('ClientRequestToken');
  stack.deployment = deployment;
  setStackStatus(stack, 'CREATE_IN_PROGRESS', 'User Initiated');
  request.world.clock.start(createStack({ ...request, stack }));
}

const update: Operation = (request) => {
  const stack = requireLiveStack(request, request.input.required('StackName'));
  const deployment = prepareDeployment(request, placeOf(stack), stack.deployment);
  if (!isUpdatable(stack)) throw notUpdatable(stack);
  checkTypesKept(stack, deployment);
  // Outputs alone are no update (User Guide, "Troubleshooting CloudFormation", no updates to perform); tags of the stack are.
  const isSame = diffDeployment(stack, deployment).length === 0 && sameJson(stack.deployment?.tags, deployment.tags);
  if (isSame) throw validationError('No updates are to be performed.');
  beginUpdate(request, stack, deployment);
  return { StackId: stack.id };
};

/** Sets an update going; whatever change sets waited for the old state are out of date now. */
export function beginUpdate(request: ServiceRequest, stack: Stack, deployment: Deployment): void {
  stack.token = request.input.text('ClientRequestToken');
  stack.before = takeSnapshot(stack);
  stack.deployment = deployment;
  stack.updated = new Date();
  for (const changeSet of stack.changeSets) {
    if (changeSet.executionStatus === 'AVAILABLE') changeSet.executionStatus = 'OBSOLETE';
  }
  setStackStatus(stack, 'UPDATE_IN_PROGRESS', 'User Initiated');
  request.world.clock.start(updateStack({ ...request, stack }, request.input.flag('DisableRollback') ?? false));
}

/** Sets an import going: nothing but the records of the stack changes by it. */
export function beginImport(request: ServiceRequest, stack: Stack, deployment: Deployment): void {
  stack.token = request.input.text('ClientRequestToken');
  const before = stack.deployment;
  stack.before = before && takeSnapshot(stack);
  stack.deployment = deployment;
  setStackStatus(stack, 'IMPORT_IN_PROGRESS', 'User Initiated');
  request.world.clock.start(importStack({ ...request, stack }, before));
}

const remove: Operation = (request) => {
  const { input, world } = request;
  const stack = findStack(request, input.required('StackName'));
  // Deleting what is not there succeeds (API model, DeleteStack).
  if (!stack || stack.deleted || stack.status === 'DELETE_IN_PROGRESS') return {};
  if (stack.terminationProtection) {
    throw validationError(`Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled`);
  }
  if (/^(UPDATE_|ROLLBACK_).*IN_PROGRESS$/.test(stack.status)) {
    throw validationError(`Stack [${stack.id}] cannot be deleted while in status ${stack.status}`);
  }
  const retain = input.texts('RetainResources');
  if (retain.length > 0 && stack.status !== 'DELETE_FAILED') {
    throw validationError(`Invalid operation on stack [${stack.id}]. RetainResources can only be specified for stacks in the DELETE_FAILED state.`);
  }
  stack.token = input.text('ClientRequestToken');
  if (stack.status === 'CREATE_IN_PROGRESS') stack.stopRequest = 'delete';
  setStackStatus(stack, 'DELETE_IN_PROGRESS', 'User Initiated');
  world.clock.start(deleteStack({ ...request, stack }, retain));
  return {};
};

const cancelUpdate: Operation = (request) => {
  const stack = requireLiveStack(request, request.input.required('StackName'));
  if (stack.status !== 'UPDATE_IN_PROGRESS') {
    throw validationError(`CancelUpdateStack cannot be called from current stack status`);
  }
  stack.token = request.input.text('ClientRequestToken') ?? stack.token;
  stack.stopRequest = 'cancel';
  return {};
};

const continueRollback: Operation = (request) => {
  const stack = requireLiveStack(request, request.input.required('StackName'));
  if (stack.status !== 'UPDATE_ROLLBACK_FAILED') {
    throw validationError(`Stack:${stack.id} is in ${stack.status} state and can not continue rollback.`);
  }
  stack.token = request.input.text('ClientRequestToken');
  setStackStatus(stack, 'UPDATE_ROLLBACK_IN_PROGRESS', 'User Initiated');
  request.world.clock.start(rollBackUpdate({ ...request, stack }, request.input.texts('ResourcesToSkip')));
  return {};
};

const protect: Operation = (request) => {
  const stack = requireLiveStack(request, request.input.required('StackName'));
  stack.terminationProtection = request.input.flag('EnableTerminationProtection') ?? false;
  return { StackId: stack.id };
};

export const changeStackOperations: OperationTable = {
  CreateStack: idempotent('CreateStack', create),
  UpdateStack: idempotent('UpdateStack', update),
  DeleteStack: idempotent('DeleteStack', remove),
  CancelUpdateStack: idempotent('CancelUpdateStack', cancelUpdate),
  ContinueUpdateRollback: idempotent('ContinueUpdateRollback', continueRollback),
  UpdateTerminationProtection: protect,
};

export const isUpdatable = ({ status }: Stack): boolean =>
  ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE', 'UPDATE_FAILED', 'IMPORT_COMPLETE', 'IMPORT_ROLLBACK_COMPLETE'].includes(status);

/** Text: as a public report quotes it (bitovi/bitops issue 128). */
export const notUpdatable = ({ id, status }: Stack) => validationError(`Stack:${id} is in ${status} state and can not be updated.`);

export function checkTypesKept(stack: Stack, { template }: Deployment): void {
  const changed = [...stack.resources.values()].filter(({ logicalId, type }) => (template.resources.get(logicalId)?.type ?? type) !== type);
  if (changed.length === 0) return;
  throw validationError(
    `Update of resource type is not permitted. The new template modifies resource type of the following resources: [${changed.map(({ logicalId }) => logicalId).join(', ')}]`,
  );
}
