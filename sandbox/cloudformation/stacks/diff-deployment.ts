import { isJsonObject, type JsonObject } from '../../json';
import { dependenciesOf } from '../template/dependencies';
import { evaluate, type Scope } from '../template/evaluate';
import { changeDetails } from './change-details';
import { isPresent } from './prepare-deployment';
import type { ChangeDetail, Deployment, ResourceChange, Stack, StackResource } from './stack';
import { stackScope } from './stack-scope';
import { currentValues, placeOf } from './stack-run';

/** What AWS shows for a value that is known only once its resource is made. Text: as the aws-cdk sources match it. */
const knownAfterApply = '{{changeSet:KNOWN_AFTER_APPLY}}';

/** What a deployment would change in a stack, without changing anything. */
export function diffDeployment(stack: Stack, deployment: Deployment): readonly ResourceChange[] {
  const { resources } = deployment.template;
  const wanted = (id: string) => resources.has(id) && isPresent(deployment, resources.get(id)?.condition);
  const replaced = new Set<string>();
  const scope = previewScope(stack, deployment, wanted, replaced);
  const changes = new Map<string, ResourceChange>();
  for (const id of inOrder(dependenciesOf(deployment.template, wanted))) {
    const change = changeOf(stack, deployment, id, { scope, replaced });
    if (!change) continue;
    if (change.replacement !== 'False') replaced.add(id);
    changes.set(id, change);
  }
  const removed = [...stack.resources.values()].filter(({ logicalId }) => !wanted(logicalId)).map(removal);
  return [...removed, ...[...resources.keys()].flatMap((id) => changes.get(id) ?? [])];
}

interface Preview {
  readonly scope: Scope;
  /** Resources whose values will be new. */
  readonly replaced: ReadonlySet<string>;
}

function previewScope(stack: Stack, deployment: Deployment, wanted: (id: string) => boolean, replaced: ReadonlySet<string>): Scope {
  const now = currentValues(stack);
  const isKnown = (id: string) => stack.resources.has(id) && !replaced.has(id);
  return stackScope(deployment, placeOf(stack), {
    ref: (id) => (!wanted(id) ? undefined : isKnown(id) ? now.ref(id) : knownAfterApply),
    attribute: (id, attribute) => (!wanted(id) ? undefined : isKnown(id) ? now.attribute(id, attribute) : knownAfterApply),
  });
}

function changeOf(stack: Stack, deployment: Deployment, logicalId: string, { scope, replaced }: Preview): ResourceChange | undefined {
  const declaration = deployment.template.resources.get(logicalId);
  if (!declaration) return undefined;
  const resolved = evaluate(declaration.properties, scope);
  const after = isJsonObject(resolved) ? resolved : {};
  const existing = stack.resources.get(logicalId);
  if (!existing) return addition(logicalId, declaration.type, after);
  const details = changeDetails({ stack, deployment, resource: existing, after, replaced });
  if (details.length === 0) return undefined;
  return {
    action: 'Modify',
    logicalId,
    physicalId: existing.physicalId,
    type: existing.type,
    policyAction: undefined,
    replacement: replacementOf(details),
    scope: [...new Set(details.map(({ attribute }) => attribute))],
    details,
    before: existing.properties,
    after,
  };
}

function replacementOf(details: readonly ChangeDetail[]): ResourceChange['replacement'] {
  if (details.some(({ requiresRecreation }) => requiresRecreation === 'Always')) return 'True';
  return details.some(({ requiresRecreation }) => requiresRecreation === 'Conditionally') ? 'Conditional' : 'False';
}

const addition = (logicalId: string, type: string, after: JsonObject): ResourceChange => ({
  action: 'Add', logicalId, physicalId: undefined, type, policyAction: undefined, replacement: undefined, scope: [], details: [],
  before: undefined, after,
});

const removal = ({ logicalId, physicalId, type, properties, deletionPolicy }: StackResource): ResourceChange => ({
  action: 'Remove', logicalId, physicalId, type,
  policyAction: deletionPolicy === 'Delete' ? 'Delete' : 'Retain',
  replacement: undefined, scope: [], details: [], before: properties, after: undefined,
});

/** Ids so that each stands behind all it waits for. */
function inOrder(dependencies: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const order = new Set<string>();
  const visit = (id: string): void => {
    if (order.has(id)) return;
    for (const need of dependencies.get(id) ?? []) visit(need);
    order.add(id);
  };
  for (const id of dependencies.keys()) visit(id);
  return [...order];
}

