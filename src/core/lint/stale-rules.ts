import { once } from './once';
import type { EntryRule, ResourceRule, TemplatePart, TemplateRule } from './rule';
import { sameValue } from './same-value';
import type { TemplateView } from './view/template-view';

type ReadingRule = Pick<TemplateRule | EntryRule | ResourceRule, 'reads'>;

/** Tells rules apart that read something which says another thing than before. Who does not say what it reads is always stale. */
export function staleRules(view: TemplateView, before: TemplateView | undefined): (rule: ReadingRule) => boolean {
  if (!before) return () => true;
  const isChanged = once((part: TemplatePart): boolean => view[part] !== before[part] && !samePart(view, before, part));
  return once(({ reads }) => reads?.some(isChanged) ?? true);
}

function samePart(view: TemplateView, before: TemplateView, part: TemplatePart): boolean {
  if (untold.has(part)) return true;
  // Who reads it speaks of its key, which has one name.
  if (part === 'resources') return (view.resources === undefined) === (before.resources === undefined);
  return told.has(part) && sameValue(view[part], before[part]);
}

/** What is not a view of the template's content, or the same as long as the other files are. */
const untold: ReadonlySet<TemplatePart> = new Set(['document', 'roleOf', 'policyOf', 'scope', 'connector', 'connectorFile']);

/** Views that are compared by what they say. All others are the same object as long as they say the same. */
const told: ReadonlySet<TemplatePart> = new Set(['roles', 'policies', 'providers', 'features', 'tenant', 'access', 'hasRules', 'isOpen']);
