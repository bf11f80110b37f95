import { isJsonObject, sameJson, type JsonObject } from '../../json';
import { dependenciesOf } from '../template/dependencies';
import { evaluate } from '../template/evaluate';
import { resourceType } from '../resources/resource-types';
import { createResource, importResource, updateResource } from './act-on-resource';
import { setResourceStatus } from './events';
import { isPresent } from './prepare-deployment';
import type { Deployment, Stack, StackResource } from './stack';
import { stackScope } from './stack-scope';
import { currentValues, deploymentOf, placeOf, type StackRun } from './stack-run';

export type DeployOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly created: readonly string[]; readonly updated: readonly string[] }
  | { readonly kind: 'cancelled' }
  /** A deletion has taken over. */
  | { readonly kind: 'superseded' };

type Change = 'create' | 'update' | 'replace' | 'import';

interface Work {
  readonly resource: StackResource;
  readonly change: Change;
  readonly properties: JsonObject;
  readonly before: JsonObject;
  acted: boolean;
}

/**
 * Creates and updates resources in the order of their dependencies, one transition a step.
 * Those that wait for nothing are under way together, so one failure cancels the others.
 */
export function* deployResources(run: StackRun): Generator<void, DeployOutcome> {
  const { stack } = run;
  const deployment = deploymentOf(stack);
  const present = (id: string) => isPresent(deployment, deployment.template.resources.get(id)?.condition);
  const waiting = dependenciesOf(deployment.template, (id) => deployment.template.resources.has(id) && present(id));
  const underWay: Work[] = [];
  while (waiting.size > 0 || underWay.length > 0) {
    if (stack.stopRequest) return stopped(stack, underWay);
    const ready = [...waiting].find(([, needs]) => ![...needs].some((need) => waiting.has(need) || isUnderWay(underWay, need)));
    if (ready) {
      waiting.delete(ready[0]);
      const work = begin(run, deployment, ready[0]);
      if (!work) continue;
      underWay.push(work);
    } else {
      const work = underWay.find(({ acted }) => !acted) ?? underWay[0];
      if (!work) throw new Error('Resources wait for each other: the template was not checked.');
      const reason = work.acted ? finish(stack, underWay, work) : act(run, work);
      if (reason !== undefined) return fail(stack, underWay, work, reason);
    }
    yield;
  }
  return { kind: 'done' };
}

function begin(run: StackRun, deployment: Deployment, logicalId: string): Work | undefined {
  const { stack } = run;
  const declaration = deployment.template.resources.get(logicalId);
  if (!declaration) throw new Error(`No resource ${logicalId} in its own template.`);
  const properties = resolveProperties(stack, deployment, logicalId);
  const existing = stack.resources.get(logicalId);
  if (!existing) {
    const resource: StackResource = {
      logicalId, type: declaration.type, physicalId: undefined, status: '', reason: undefined, updated: new Date(),
      properties, attributes: {}, deletionPolicy: declaration.deletionPolicy, drift: { status: 'NOT_CHECKED' },
    };
    stack.resources.set(logicalId, resource);
    const change = stack.imports.has(logicalId) ? 'import' : 'create';
    setResourceStatus(stack, resource, change === 'import' ? 'IMPORT_IN_PROGRESS' : 'CREATE_IN_PROGRESS');
    return { resource, change, properties, before: {}, acted: false };
  }
  existing.deletionPolicy = declaration.deletionPolicy;
  const change = changeOf(stack, existing, properties);
  if (!change) return undefined;
  const before = existing.properties;
  existing.properties = properties;
  const reason = change === 'replace' ? replacementReason : undefined;
  setResourceStatus(stack, existing, 'UPDATE_IN_PROGRESS', reason);
  return { resource: existing, change, properties, before, acted: false };
}

const replacementReason = 'Requested update requires the creation of a new physical resource; hence creating one.';

export function resolveProperties(stack: Stack, deployment: Deployment, logicalId: string): JsonObject {
  const scope = stackScope(deployment, placeOf(stack), currentValues(stack));
  const properties = evaluate(deployment.template.resources.get(logicalId)?.properties ?? {}, scope);
  return isJsonObject(properties) ? properties : {};
}

function changeOf(stack: Stack, { type, logicalId, properties: before }: StackResource, after: JsonObject): Change | undefined {
  const { createOnly } = resourceType(type);
  if (createOnly.some((name) => !sameJson(before[name], after[name]))) return 'replace';
  if (!sameJson(before, after) || tagsChange(stack, type)) return 'update';
  const metadata = (deployment: Deployment | undefined) => deployment?.template.resources.get(logicalId)?.metadata;
  return sameJson(metadata(stack.before?.deployment), metadata(stack.deployment)) ? undefined : 'update';
}

const tagsChange = (stack: Stack, type: string): boolean =>
  resourceType(type).properties.includes('Tags') && !sameJson(stack.before?.deployment.tags, stack.deployment?.tags);

function act(run: StackRun, work: Work): string | undefined {
  const { resource, change, properties, before } = work;
  work.acted = true;
  if (change === 'import') return importResource(run, resource);
  if (change === 'update') return updateResource(run, resource, properties, before);
  const reason = change === 'replace' ? renameNeeded(resource, properties, before) : undefined;
  if (reason) return reason;
  const failure = createResource(run, resource, properties);
  if (failure !== undefined) return failure;
  if (change === 'create') setResourceStatus(run.stack, resource, 'CREATE_IN_PROGRESS', 'Resource creation Initiated');
  return undefined;
}

/** That a new name is needed: User Guide, "Name type". The text: general knowledge of the service. */
function renameNeeded({ type, physicalId }: StackResource, after: JsonObject, before: JsonObject): string | undefined {
  const { nameProperty } = resourceType(type);
  const name = nameProperty && after[nameProperty];
  if (name === undefined || !sameJson(name, before[nameProperty ?? ''])) return undefined;
  return `CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename ${physicalId} and update the stack again.`;
}

function finish(stack: Stack, underWay: Work[], work: Work): undefined {
  underWay.splice(underWay.indexOf(work), 1);
  setResourceStatus(stack, work.resource, { import: 'IMPORT_COMPLETE', create: 'CREATE_COMPLETE', update: 'UPDATE_COMPLETE', replace: 'UPDATE_COMPLETE' }[work.change]);
}

function fail(stack: Stack, underWay: readonly Work[], failed: Work, reason: string): DeployOutcome {
  setResourceStatus(stack, failed.resource, failedStatus(failed), reason);
  const others = underWay.filter((work) => work !== failed);
  for (const work of others) cancel(stack, work);
  const ids = (creations: boolean) =>
    [failed, ...others].filter(({ change }) => (change === 'create') === creations).map(({ resource }) => resource.logicalId);
  return { kind: 'failed', created: ids(true), updated: ids(false) };
}

function stopped(stack: Stack, underWay: readonly Work[]): DeployOutcome {
  for (const work of underWay) cancel(stack, work);
  return { kind: stack.stopRequest === 'delete' ? 'superseded' : 'cancelled' };
}

const cancel = (stack: Stack, work: Work): void =>
  setResourceStatus(stack, work.resource, failedStatus(work), work.change === 'create' ? 'Resource creation cancelled' : 'Resource update cancelled');

const failedStatus = ({ change }: Work): string => (change === 'import' ? 'IMPORT_FAILED' : change === 'create' ? 'CREATE_FAILED' : 'UPDATE_FAILED');
const isUnderWay = (underWay: readonly Work[], id: string): boolean => underWay.some(({ resource }) => resource.logicalId === id);
