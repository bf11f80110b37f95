import { randomUUID } from 'node:crypto';
import { pageOf } from '../../paging';
import { ServiceError, validationError } from '../../service-error';
import type { Operation, OperationTable, ServiceRequest } from '../../service-request';
import { createChangeSet, followExecution } from '../stacks/create-change-set';
import { readImports } from '../stacks/import-changes';
import { setStackStatus } from '../stacks/events';
import { findStack, requireStack } from '../stacks/find-stack';
import { newStack, newStackPlace } from '../stacks/new-stack';
import { prepareDeployment } from '../stacks/prepare-deployment';
import type { ChangeSet, Stack } from '../stacks/stack';
import { placeOf } from '../stacks/stack-run';
import { beginCreation, beginImport, beginUpdate, checkTypesKept, isUpdatable, notUpdatable } from './change-stacks';
import { changeSetSummaryXml, changeSetXml } from './change-set-xml';
import { idempotent } from './idempotent';

const create: Operation = (request) => {
  const { input, world } = request;
  const name = readName(input.required('ChangeSetName'));
  const type = readType(input.text('ChangeSetType') ?? 'UPDATE');
  const stackName = input.required('StackName');
  const existing = findStack(request, stackName);
  checkTarget(existing, stackName, type, name);
  const place = existing ? placeOf(existing) : newStackPlace(request, stackName);
  const deployment = prepareDeployment(request, place, existing?.deployment);
  if (existing) checkTypesKept(existing, deployment);
  const imports = type === 'IMPORT' ? readImports(request, existing, deployment) : [];
  const stack = existing ?? reviewedStack(request, place);
  const changeSet: ChangeSet = {
    id: `arn:aws:cloudformation:${stack.region}:${stack.accountId}:changeSet/${name}/${randomUUID()}`,
    name, type, created: new Date(), description: input.text('Description'), deployment,
    onStackFailure: readOnStackFailure(input.text('OnStackFailure')), imports,
    status: 'CREATE_PENDING', executionStatus: 'UNAVAILABLE', reason: undefined, changes: [],
  };
  stack.changeSets.push(changeSet);
  world.clock.start(createChangeSet(request.account, stack, changeSet));
  return { Id: changeSet.id, StackId: stack.id };
};

const describe: Operation = (request) => {
  const { world, input } = request;
  const [stack, changeSet] = requireChangeSet(request);
  const { items, next } = pageOf(changeSet.changes, world.pageSize, input.text('NextToken'), ({ logicalId }) => logicalId);
  return { ...changeSetXml(stack, changeSet, items, input.flag('IncludePropertyValues') ?? false), NextToken: next };
};

const execute: Operation = (request) => {
  const { input, world } = request;
  const [stack, changeSet] = requireChangeSet(request);
  if (changeSet.executionStatus !== 'AVAILABLE') {
    throw new ServiceError(
      'InvalidChangeSetStatus',
      `ChangeSet [${changeSet.id}] cannot be executed in its current execution status of [${changeSet.executionStatus}]`,
    );
  }
  // Carrying one out makes the others invalid: they go (User Guide, "Execute a change set").
  stack.changeSets.splice(0, Infinity, changeSet);
  changeSet.executionStatus = 'EXECUTE_IN_PROGRESS';
  stack.changeSetId = changeSet.id;
  stack.imports = new Map(changeSet.imports.map(({ logicalId, identifier }) => [logicalId, Object.values(identifier)[0] ?? '']));
  if (input.has('DisableRollback')) stack.onFailure = input.flag('DisableRollback') ? 'DO_NOTHING' : 'ROLLBACK';
  else if (changeSet.onStackFailure) stack.onFailure = changeSet.onStackFailure;
  if (changeSet.type === 'IMPORT') beginImport(request, stack, changeSet.deployment);
  else if (changeSet.type === 'CREATE') beginCreation(request, stack, changeSet.deployment);
  else beginUpdate(request, stack, changeSet.deployment);
  world.clock.start(followExecution(stack, changeSet));
  return {};
};

const remove: Operation = (request) => {
  const [stack, changeSet] = requireChangeSet(request);
  if (changeSet.executionStatus === 'EXECUTE_IN_PROGRESS') {
    throw new ServiceError('InvalidChangeSetStatus', `ChangeSet [${changeSet.id}] cannot be deleted in its current execution status of [EXECUTE_IN_PROGRESS]`);
  }
  stack.changeSets.splice(stack.changeSets.indexOf(changeSet), 1);
  return {};
};

const list: Operation = (request) => {
  const { world, input } = request;
  const stack = requireStack(request, input.required('StackName'));
  const { items, next } = pageOf(stack.changeSets, world.pageSize, input.text('NextToken'), ({ id }) => id);
  return { Summaries: items.map((changeSet) => changeSetSummaryXml(stack, changeSet)), NextToken: next };
};

export const changeSetOperations: OperationTable = {
  CreateChangeSet: idempotent('CreateChangeSet', create, 'ClientToken'),
  DescribeChangeSet: describe,
  ExecuteChangeSet: idempotent('ExecuteChangeSet', execute),
  DeleteChangeSet: remove,
  ListChangeSets: list,
};

/** By ARN alone, or by name within a stack. Code: ChangeSetNotFound (API model). */
function requireChangeSet(request: ServiceRequest): [Stack, ChangeSet] {
  const { account, region, input } = request;
  const name = input.required('ChangeSetName');
  const stackName = input.text('StackName');
  if (!name.startsWith('arn:') && !stackName) {
    throw validationError('StackName must be specified if ChangeSetName is not specified as an ARN.');
  }
  const stacks = stackName ? [findStack(request, stackName)] : account.stacks.filter((stack) => stack.region === region);
  for (const stack of stacks) {
    const changeSet = stack?.changeSets.find((candidate) => candidate.id === name || candidate.name === name);
    if (stack && changeSet) return [stack, changeSet];
  }
  throw new ServiceError('ChangeSetNotFound', `ChangeSet [${name}] does not exist`, 404);
}

function checkTarget(stack: Stack | undefined, stackName: string, type: ChangeSet['type'], name: string): void {
  const isThere = stack !== undefined && stack.status !== 'REVIEW_IN_PROGRESS';
  if (type === 'UPDATE' && !isThere) throw validationError(`Stack [${stackName}] does not exist`);
  if (type !== 'CREATE' && isThere && !isUpdatable(stack)) throw notUpdatable(stack);
  if (type === 'CREATE' && isThere) {
    throw validationError(`Stack [${stackName}] already exists and cannot be created again with the changeSet [${name}].`);
  }
  if (stack?.changeSets.some((changeSet) => changeSet.name === name)) {
    throw new ServiceError('AlreadyExistsException', `ChangeSet ${name} already exists for stack ${stack.id}`);
  }
}

function reviewedStack(request: ServiceRequest, place: Parameters<typeof newStack>[1]): Stack {
  const stack = newStack(request, place);
  setStackStatus(stack, 'REVIEW_IN_PROGRESS', 'User Initiated');
  return stack;
}

function readName(name: string): string {
  if (/^[a-zA-Z][-a-zA-Z0-9]{0,127}$/.test(name)) return name;
  throw validationError(
    `1 validation error detected: Value '${name}' at 'changeSetName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*`,
  );
}

function readType(type: string): ChangeSet['type'] {
  if (type === 'CREATE' || type === 'UPDATE' || type === 'IMPORT') return type;
  throw validationError(`The sandbox has no change sets of type ${type}.`);
}

const readOnStackFailure = (value: string | undefined): ChangeSet['onStackFailure'] =>
  value === 'DELETE' || value === 'DO_NOTHING' || value === 'ROLLBACK' ? value : undefined;
