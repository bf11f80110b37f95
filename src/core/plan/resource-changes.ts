import type { ChangeSetChange } from './change-set';
import type { ResourceChange, TrustDiff } from './deployment-preview';
import { permissionDiff } from './permission-diff';
import { resolveValue } from './resolve-value';
import { asJson, resourcesOf, type Json } from './template-body';
import type { TemplateScope } from './template-scope';
import { trustLines } from './trust-lines';

export interface Templates {
  /** Null for a stack that does not exist yet. */
  readonly before: TemplateScope | null;
  readonly after: TemplateScope;
}

/** Adds to a change set what it does not say: whose names, which permissions, whose trust. */
export function resourceChanges(changes: readonly ChangeSetChange[], { before, after }: Templates): readonly ResourceChange[] {
  const old = before ? propertiesById(before) : new Map<string, Json>();
  const next = propertiesById(after);
  return changes.map(({ retained: _, ...change }) => {
    const willBe = change.action === 'remove' ? null : (next.get(change.logicalId) ?? null);
    const was = wasBefore(change, old, willBe);
    return {
      ...change,
      name: nameOf(willBe ?? was),
      permissions: permissionDiff(was, willBe),
      trust: trustDiff(was, willBe),
    };
  });
}

/** What is imported stays as it is. */
export function wasBefore({ action, logicalId }: Pick<ChangeSetChange, 'action' | 'logicalId'>, old: ReadonlyMap<string, Json>, willBe: Json | null): Json | null {
  if (action === 'import') return willBe;
  return action === 'add' ? null : (old.get(logicalId) ?? null);
}

const propertiesById = (scope: TemplateScope): ReadonlyMap<string, Json> =>
  new Map(
    resourcesOf(scope.body).map(({ logicalId, properties }) => [logicalId, asJson(resolveValue(properties, scope))]),
  );

function trustDiff(was: Json | null, willBe: Json | null): TrustDiff | null {
  const [before, after] = [was, willBe].map((properties) => trustLines(properties?.['AssumeRolePolicyDocument']));
  if (!before?.length && !after?.length) return null;
  return { before: before ?? [], after: after ?? [] };
}

const nameProperties = ['RoleName', 'ManagedPolicyName', 'PolicyName', 'Url', 'BucketName', 'QueueName', 'FunctionName'];

const nameOf = (properties: Json | null): string | null => {
  const name = nameProperties.map((key) => properties?.[key]).find((value) => typeof value === 'string');
  return typeof name === 'string' ? name : null;
};
