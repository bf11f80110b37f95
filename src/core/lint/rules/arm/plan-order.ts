import { entryOf } from '../../../document/entry-of';
import type { Located, LocatedDocument, LocatedMap, LocatedScalar } from '../../../document/located';
import { shown } from '../../../document/shown';
import { valueAt } from '../../../document/value-at';
import type { Fix } from '../../../model/finding';
import { appendEntry } from '../../fix/append-to';
import { armRule, type RuleFinding } from '../../rule';
import { knownText } from '../../view/arm-expression';
import { isExisting } from '../../view/arm-resources';

const pricings = 'microsoft.security/pricings';

export const planOrder = armRule({
  id: 'arm/plan-order',
  severity: 'information',
  summary: 'Plans of one subscription are set one after the other, not at once.',
  why: `Microsoft asks for 10 to 15 seconds between two requests that set plans (\`Microsoft.Security/pricings\`) of one
subscription. Resource Manager deploys resources that do not depend on each other at the same time, so each plan should
depend on the one before it; that this is enough is our conclusion, Microsoft's page does not speak of templates.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/faq-general',
  checked: '2026-11-28',

  *check({ document }) {
    const lists = document.root ? [...resourceLists(document.root, 0)] : [];
    for (const list of lists) yield* together(document, list.filter(({ type }) => type === pricings));
  },
});

interface Resource {
  readonly type: string | undefined;
  /** The name in a template that gives each resource one; else undefined. */
  readonly symbol: string | undefined;
  readonly name: LocatedScalar | undefined;
  readonly map: LocatedMap;
}

function* together(document: LocatedDocument, plans: readonly Resource[]): Iterable<RuleFinding> {
  const followed = new Set<Resource>();
  for (const [index, plan] of plans.entries()) {
    if (isParallelCopy(plan)) yield { span: (plan.name ?? plan.map).span, message: `This copy sets ${title(plan)} and others at the same time. Write "mode": "serial" and "batchSize": 1 in copy.` };
    const before = plans.find((other) => other !== plan && !followed.has(other) && dependsOn(plan, other));
    if (before) followed.add(before);
    else if (index > 0) yield unordered(document, plan, plans[index - 1]);
  }
}

function unordered(document: LocatedDocument, plan: Resource, before: Resource | undefined): RuleFinding {
  return {
    span: (plan.name ?? plan.map).span,
    message: `Plan ${title(plan)} is set at the same time as another plan of the subscription, and Microsoft asks for 10 to 15 seconds between them. Let it depend on ${before ? title(before) : 'the one before'}.`,
    fixes: before ? wait(document, plan, before) : [],
  };
}

function wait(document: LocatedDocument, { map }: Resource, before: Resource): readonly Fix[] {
  const name = knownText(before.name);
  const target = before.symbol ?? (name !== undefined && /^\w+$/.test(name) ? `[subscriptionResourceId('Microsoft.Security/pricings', '${name}')]` : undefined);
  if (target === undefined || entryOf(map, 'dependsOn')) return [];
  return [{ title: `Let it depend on ${title(before)}`, edits: [appendEntry(document, map, 'dependsOn', `[${JSON.stringify(target)}]`)] }];
}

function dependsOn({ map }: Resource, other: Resource): boolean {
  const list = entryOf(map, 'dependsOn')?.value;
  const name = knownText(other.name);
  const items = list?.kind === 'sequence' ? list.items : [];
  return items.some((item) => {
    const text = item.kind === 'scalar' ? String(item.value) : '';
    if (other.symbol !== undefined && text === other.symbol) return true;
    return name !== undefined && (text === name || text.includes(`'${name}'`) || text.toLowerCase().endsWith(`/pricings/${name.toLowerCase()}`));
  });
}

function isParallelCopy({ map }: Resource): boolean {
  const copy = entryOf(map, 'copy')?.value;
  return copy?.kind === 'map' && String(knownText(valueAt(copy, 'mode')) ?? 'parallel').toLowerCase() === 'parallel';
}

const title = ({ name, symbol }: Resource): string => shown(knownText(name) ?? symbol ?? 'of a name that is worked out');

const deepest = 20;

/** The resources that one template deploys together, of each template in the file. */
function* resourceLists(node: Located, depth: number): Iterable<readonly Resource[]> {
  if (depth > deepest || node.kind !== 'map') return;
  const list = valueAt(node, 'resources');
  const named = list?.kind === 'map' ? list.entries.map(({ key, value }) => toResource(value, String(key.value))) : [];
  const listed = list?.kind === 'sequence' ? list.items.map((item) => toResource(item, undefined)) : [];
  const resources = [...named, ...listed].flatMap((resource) => resource ?? []);
  yield resources;
  for (const { map } of resources) {
    const nested = valueAt(map, 'properties', 'template');
    if (nested) yield* resourceLists(nested, depth + 1);
  }
}

function toResource(node: Located, symbol: string | undefined): Resource | undefined {
  if (node.kind !== 'map' || isExisting(node)) return undefined;
  const name = valueAt(node, 'name');
  return { type: knownText(valueAt(node, 'type'))?.toLowerCase(), symbol, name: name?.kind === 'scalar' ? name : undefined, map: node };
}
