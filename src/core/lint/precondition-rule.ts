import { precondition, preconditionPage } from '../catalog/preconditions';
import type { LocatedDocument } from '../document/located';
import { type ResourceRule, resourceRule, type RuleFinding, type RuleText } from './rule';
import { isOn } from './view/asked-features';
import type { ResourceView } from './view/resource-view';

/**
 * A rule about resources that a plan protects, and what a verification would find wrong with them once they are there. Silent
 * where nothing says that the plan is on, and about what only a stack decides.
 */
export const preconditionRule = ({
  precondition: id,
  type,
  check,
  ...text
}: Omit<RuleText, 'source'> & {
  readonly precondition: string;
  readonly type: string;
  check(resource: ResourceView, document: LocatedDocument): Iterable<RuleFinding>;
}): ResourceRule => {
  const { features, ...found } = precondition(id);
  return resourceRule({
    ...text,
    source: preconditionPage({ features, ...found }),
    types: [type],
    reads: ['document', 'connector', 'features', 'roles'],
    *check(resource, view) {
      if (isOn(view, features ?? [])) yield* check(resource, view.document);
    },
  });
};
