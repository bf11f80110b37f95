import { type ResourceRule, resourceRule, type RuleFinding, type RuleText, type TemplatePart } from './rule';
import type { PolicyText } from './view/policy-statement';
import type { PolicyView } from './view/policy-view';
import { ownersOf } from './view/role-permissions';
import type { RoleView } from './view/role-view';
import type { TemplateView } from './view/template-view';

/** A permission policy with the roles of Defender's that it is for. */
export interface RolePolicy extends PolicyText {
  readonly owners: readonly RoleView[];
  readonly kind: 'managed' | 'inline';
}

/** A rule about each permission policy of Defender's roles, wherever it stands. */
export const policyRule = <K extends TemplatePart = 'document'>({
  reads,
  check,
  ...text
}: RuleText & {
  readonly reads: readonly K[];
  check(policy: RolePolicy, view: Pick<TemplateView, K | 'document'>): Iterable<RuleFinding>;
}): ResourceRule =>
  resourceRule<K | 'document' | 'roles' | 'roleOf' | 'policyOf'>({
    ...text,
    types: ['AWS::IAM::Role', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::Policy', 'AWS::IAM::RolePolicy'],
    reads: [...reads, 'document', 'roles', 'roleOf', 'policyOf'],
    *check(resource, view) {
      const role = view.roleOf(resource);
      for (const policy of role?.isDefenders ? role.attached.inline : []) yield* check({ ...policy, owners: role ? [role] : [], kind: 'inline' }, view);
      const policy = view.policyOf(resource);
      const ofRoles = policy && ownedBy(policy, view.roles);
      if (ofRoles) yield* check(ofRoles, view);
    },
  });

/** The same for all rules, as long as policy and roles are the same. */
const owned = new WeakMap<PolicyView, { readonly roles: readonly RoleView[]; readonly policy: RolePolicy | undefined }>();

/** Undefined for a policy that none of Defender's roles has. */
function ownedBy(policy: PolicyView, roles: readonly RoleView[]): RolePolicy | undefined {
  const known = owned.get(policy);
  if (known?.roles === roles) return known.policy;
  const owners = ownersOf(policy, roles).filter(({ isDefenders }) => isDefenders);
  const ofRoles = owners.length > 0 ? { ...policy, owners } : undefined;
  owned.set(policy, { roles, policy: ofRoles });
  return ofRoles;
}
