import { count, listUpTo, nullable, oneOf, optional, record, textUpTo, type Shape } from '../model/shape';
import type { DeploymentTarget, StackEvent } from '../plan/deployment-preview';
import type { AudienceMerge } from '../plan/preflight-check';
import { operationKinds, type OperationEnd, type StackOperation } from './stack-operation';

/** What a journal's file says, or undefined for one that is cut off, foreign or forged. */
export const parseOperation = (json: string): StackOperation | undefined => parse(json, operation);

/** Events as a journal keeps them; none where the file says anything else. */
export const parseEvents = (json: string): readonly StackEvent[] => parse(json, events) ?? [];

/** So many of the last events are kept of an operation. */
export const keptEvents = 2_000;

/** The journal's ids become file names. */
export const isOperationId = (id: string): boolean => /^[A-Za-z0-9-]{1,128}$/.test(id);

function parse<T>(json: string, shape: Shape<T>): T | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return shape(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const text = textUpTo(100_000);
const name = textUpTo(2_048);
const id: Shape<string> = (value): value is string => name(value) && isOperationId(value);
const day: Shape<string> = (value): value is string => name(value) && !Number.isNaN(Date.parse(value));

const target: Shape<DeploymentTarget> = record<DeploymentTarget>({
  profile: name, accountId: name, callerArn: name, region: name, stack: name, connectorName: name,
});

const end: Shape<OperationEnd> = record<OperationEnd>({
  at: day,
  result: oneOf('succeeded', 'unchanged', 'failed', 'cancelled', 'notBegun'),
  stackStatus: name,
  summary: text,
  outputs: listUpTo(1_000, record<OperationEnd['outputs'][number]>({ key: text, value: text, description: nullable(text) })),
});

const operation: Shape<StackOperation> = record<StackOperation>({
  id,
  kind: oneOf(...operationKinds),
  target,
  connectorFile: nullable(name),
  stackId: name,
  changeSetId: nullable(name),
  leftAlone: optional(listUpTo(500, name)),
  audiences: optional(listUpTo(100, record<AudienceMerge>({ providerArn: name, url: name, audiences: listUpTo(100, name) }))),
  token: name,
  planned: count,
  begunAt: day,
  after: nullable(name),
  end: nullable(end),
});

const events: Shape<readonly StackEvent[]> = listUpTo(
  keptEvents,
  record<StackEvent>({
    id: name, at: day, logicalId: text, physicalId: nullable(text), type: text, status: text, reason: nullable(text), token: nullable(text),
  }),
);
