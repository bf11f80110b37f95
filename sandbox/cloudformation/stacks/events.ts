import { randomUUID } from 'node:crypto';
import type { Stack, StackResource } from './stack';

/** Moves the stack to a status and records it. */
export function setStackStatus(stack: Stack, status: string, reason?: string): void {
  stack.status = status;
  stack.reason = reason;
  stack.events.push({
    id: randomUUID(),
    time: new Date(),
    logicalId: stack.name,
    physicalId: stack.id,
    type: 'AWS::CloudFormation::Stack',
    status,
    reason,
    properties: undefined,
    token: stack.token,
  });
}

/** Moves a resource of the stack to a status and records it. */
export function setResourceStatus(stack: Stack, resource: StackResource, status: string, reason?: string): void {
  resource.status = status;
  resource.reason = reason;
  resource.updated = new Date();
  stack.events.push({
    id: `${resource.logicalId}-${status}-${randomUUID()}`,
    time: resource.updated,
    logicalId: resource.logicalId,
    physicalId: resource.physicalId ?? '',
    type: resource.type,
    status,
    reason,
    properties: resource.properties,
    token: stack.token,
  });
}
