import type { Process } from '../../clock';
import { isJsonObject, sameJson, type Json, type JsonObject } from '../../json';
import { handlerOf } from '../resources/handlers';
import type { DriftDetection, DriftStatus, Stack, StackResource } from './stack';
import { handlerContext, type StackRun } from './stack-run';

/** Looks at each resource in turn and then says how the stack as a whole stands. */
export function* detectDrift(run: StackRun, detection: DriftDetection): Process {
  const { stack } = run;
  for (const resource of stack.resources.values()) {
    checkResource(run, resource);
    yield;
  }
  const drifted = [...stack.resources.values()].some(({ drift }) => drift.status === 'MODIFIED' || drift.status === 'DELETED');
  stack.drift = { status: drifted ? 'DRIFTED' : 'IN_SYNC', checked: new Date() };
  detection.status = 'DETECTION_COMPLETE';
}

/** Where a property that the template sets is no longer what it set. */
export interface PropertyDifference {
  readonly path: string;
  readonly expected: Json | undefined;
  readonly actual: Json | undefined;
  readonly kind: 'ADD' | 'REMOVE' | 'NOT_EQUAL';
}

export const differencesOf = ({ properties, drift }: StackResource): readonly PropertyDifference[] =>
  drift.actual ? compare('', properties, drift.actual) : [];

function checkResource(run: StackRun, resource: StackResource): void {
  const handler = handlerOf(resource.type);
  if (!handler.read) return;
  const context = handlerContext(run, resource.type, resource.logicalId);
  const actual = handler.read(context, resource.physicalId ?? '', resource.properties);
  const checked = new Date();
  if (!actual) {
    resource.drift = { status: 'DELETED', checked };
    return;
  }
  // Only what the template sets is compared (API model, DetectStackDrift).
  const seen = withoutAttachments(run.stack, resource, pick(actual, Object.keys(resource.properties)));
  const status: DriftStatus = compare('', resource.properties, seen).length > 0 ? 'MODIFIED' : 'IN_SYNC';
  resource.drift = { status, actual: seen, checked };
}

/**
 * A role as it would be without the policies that other resources of the same stack put on it:
 * those are no drift of the role (User Guide, "Detecting unmanaged configuration changes", attachment relationships).
 */
function withoutAttachments(stack: Stack, { type }: StackResource, actual: JsonObject): JsonObject {
  if (type !== 'AWS::IAM::Role') return actual;
  const attached = [...stack.resources.values()].map(({ physicalId, properties }) => properties.PolicyName ?? physicalId ?? null);
  const own = (list: Json | undefined, idOf: (item: Json) => Json | undefined) =>
    Array.isArray(list) ? (list as readonly Json[]).filter((item) => !attached.includes(idOf(item) ?? null)) : undefined;
  const arns = own(actual.ManagedPolicyArns, (arn) => arn);
  const policies = own(actual.Policies, (policy) => (isJsonObject(policy) ? policy.PolicyName : null));
  return { ...actual, ...(arns && { ManagedPolicyArns: arns }), ...(policies && { Policies: policies }) };
}

/** Lists without an order of their own: IAM gives them back as it likes. */
const unordered = ['/ManagedPolicyArns', '/ClientIdList', '/ThumbprintList', '/Roles', '/Tags'];

function compare(path: string, expected: JsonObject, actual: JsonObject): readonly PropertyDifference[] {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
  return names.flatMap((name) => differences(`${path}/${name}`, expected[name], actual[name]));
}

function differences(path: string, expected: Json | undefined, actual: Json | undefined): readonly PropertyDifference[] {
  if (isJsonObject(expected) && isJsonObject(actual)) return compare(path, expected, actual);
  if (Array.isArray(expected) && Array.isArray(actual)) return compareLists(path, expected as readonly Json[], actual as readonly Json[]);
  // Numbers and texts of them are the same to CloudFormation.
  if (sameJson(expected, actual) || (typeof expected !== 'object' && typeof actual !== 'object' && String(expected) === String(actual))) return [];
  return [{ path, expected, actual, kind: expected === undefined ? 'ADD' : actual === undefined ? 'REMOVE' : 'NOT_EQUAL' }];
}

function compareLists(path: string, expected: readonly Json[], actual: readonly Json[]): readonly PropertyDifference[] {
  if (!unordered.includes(path)) {
    const length = Math.max(expected.length, actual.length);
    return Array.from({ length }, (_, index) => differences(`${path}/${index}`, expected[index], actual[index])).flat();
  }
  const missing = expected.filter((item) => !actual.some((other) => sameJson(item, other)));
  const extra = actual.filter((item) => !expected.some((other) => sameJson(item, other)));
  return [
    ...missing.map((item): PropertyDifference => ({ path: `${path}/${expected.indexOf(item)}`, expected: item, actual: undefined, kind: 'REMOVE' })),
    ...extra.map((item): PropertyDifference => ({ path: `${path}/${actual.indexOf(item)}`, expected: undefined, actual: item, kind: 'ADD' })),
  ];
}

const pick = (object: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));
