import { randomUUID } from 'node:crypto';
import { validationError } from '../../service-error';
import type { ServiceRequest } from '../../service-request';
import type { OnFailure, Stack } from './stack';
import type { StackPlace } from './stack-scope';

/** Name, id and place of a stack that is about to be. */
export function newStackPlace({ account, region }: ServiceRequest, name: string): StackPlace {
  if (!/^[a-zA-Z][-a-zA-Z0-9]*$/.test(name) || name.length > 128) {
    throw validationError(
      `1 validation error detected: Value '${name}' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*`,
    );
  }
  return {
    accountId: account.id,
    region,
    stackName: name,
    stackId: `arn:aws:cloudformation:${region}:${account.id}:stack/${name}/${randomUUID()}`,
  };
}

export function newStack({ account, input }: ServiceRequest, { stackId, stackName, region, accountId }: StackPlace): Stack {
  const stack: Stack = {
    id: stackId,
    name: stackName,
    accountId,
    region,
    created: new Date(),
    updated: undefined,
    deleted: undefined,
    status: '',
    reason: undefined,
    deployment: undefined,
    outputs: [],
    resources: new Map(),
    events: [],
    changeSets: [],
    driftDetections: [],
    drift: { status: 'NOT_CHECKED' },
    terminationProtection: input.flag('EnableTerminationProtection') ?? false,
    onFailure: readOnFailure(input),
    notificationArns: input.texts('NotificationARNs'),
    roleArn: input.text('RoleARN'),
    timeoutMinutes: input.number('TimeoutInMinutes'),
    token: undefined,
    stopRequest: undefined,
    before: undefined,
    changeSetId: undefined,
    imports: new Map(),
  };
  account.stacks.push(stack);
  return stack;
}

function readOnFailure(input: ServiceRequest['input']): OnFailure {
  const given = input.text('OnFailure');
  if (given !== undefined && input.has('DisableRollback')) {
    throw validationError('You can specify either DisableRollback or OnFailure, but not both.');
  }
  if (given === 'DELETE' || given === 'DO_NOTHING' || given === 'ROLLBACK') return given;
  return input.flag('DisableRollback') ? 'DO_NOTHING' : 'ROLLBACK';
}
