import { type ResourceRule, resourceRule, type RuleFinding, type RuleText, type TemplatePart } from './rule';
import type { PolicyText } from './view/policy-statement';
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
      const owners = policy ? ownersOf(policy, view.roles).filter(({ isDefenders }) => isDefenders) : [];
      if (policy && owners.length > 0) yield* check({ ...policy, owners }, view);
    },
  });
