import { type ResourceRule, resourceRule, type RuleFinding, type RuleText, type TemplatePart } from './rule';
import type { RoleView } from './view/role-view';
import type { TemplateView } from './view/template-view';

/** A rule about each role of Defender's. Roles of others, Sentinel's among them, are theirs. */
export const roleRule = <K extends TemplatePart = 'document'>({
  reads,
  check,
  ...text
}: RuleText & {
  readonly reads: readonly K[];
  check(role: RoleView, view: Pick<TemplateView, K | 'document' | 'roleOf'>): Iterable<RuleFinding>;
}): ResourceRule =>
  resourceRule<K | 'document' | 'roleOf'>({
    ...text,
    types: ['AWS::IAM::Role'],
    reads: [...reads, 'document', 'roleOf'],
    *check(resource, view) {
      const role = view.roleOf(resource);
      if (role?.isDefenders) yield* check(role, view);
    },
  });
