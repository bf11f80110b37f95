import { entryOf } from '../../document/entry-of';
import type { Located, LocatedSequence } from '../../document/located';
import { listed } from './listed';
import { policyText, type PolicyText } from './policy-statement';
import { resolveText, type ResolvedText, type Scope } from './resolved-text';
import type { ResourceView } from './resource-view';

/** What a role's own properties say of its permissions. */
export interface AttachedPolicies {
  /** Of `Policies`. */
  readonly inline: readonly PolicyText[];
  /** Of `ManagedPolicyArns`. */
  readonly managed: readonly ManagedPolicyReference[];
  readonly managedList: LocatedSequence | undefined;
  /** False where a policy is chosen when a stack is made. */
  readonly isWhole: boolean;
}

export interface ManagedPolicyReference {
  readonly value: ResolvedText;
  /** Logical id, where the policy is a resource of the template. */
  readonly logicalId: string | undefined;
}

export function attachedPolicies({ properties }: ResourceView, scope: Scope): AttachedPolicies {
  const inline = entryOf(properties, 'Policies')?.value;
  const managed = entryOf(properties, 'ManagedPolicyArns')?.value;
  const references = listed(managed).map((node) => ({ value: resolveText(node, scope), logicalId: referenceTo(node) }));
  const policies = listed(inline).map((policy) => policyText(entryOf(policy, 'PolicyDocument')?.value, scope));
  return {
    inline: policies,
    managed: references,
    managedList: managed?.kind === 'sequence' ? managed : undefined,
    isWhole: references.every(({ value, logicalId }) => value.known || logicalId !== undefined) && policies.every(({ isWhole }) => isWhole),
  };
}

/** The logical id that a `Ref` names. */
export function referenceTo(node: Located): string | undefined {
  const name = entryOf(node, 'Ref')?.value;
  return name?.kind === 'scalar' ? String(name.value) : undefined;
}
