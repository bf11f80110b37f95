import type { LocatedDocument } from '../document/located';
import { sectionsOf } from '../document/read-document';
import { originFinder } from '../document/section-at';
import type { Finding } from '../model/finding';
import { findingKeeper, type KeptFinding } from './kept-findings';
import { once } from './once';
import { type PartRule, partRules, partRulesFor } from './part-rules';
import type { RelatedFiles } from './related-files';
import type { RuleFinding, TemplateRule } from './rule';
import { rules } from './rules';
import { sameValue } from './same-value';
import { staleRules } from './stale-rules';
import { toFinding } from './to-finding';
import type { EntryView } from './view/entry-view';
import { difference } from '../document/difference';
import type { ResourceView } from './view/resource-view';
import { lookingAtPolicies, type TemplateView, templateViewing } from './view/template-view';

/** What was found in one version of a template, for the next one. */
export interface LintMemory {
  view?: TemplateView | undefined;
  related?: string | undefined;
  /** In the order of the view's entries. */
  entries?: readonly EntryFindings[];
  whole?: ReadonlyMap<TemplateRule, Kept>;
}

type Kept = readonly KeptFinding[];

/** Of one entry, by rule; what a rule has nothing to say of is left out. */
interface EntryFindings {
  readonly byRule: ReadonlyMap<PartRule, Kept>;
  readonly all: Kept;
}

/**
 * All findings of a template's rules. Pauses between rules and between entries; the first time it says on the way what it has
 * found of the template as a whole, since to look at every entry of a large one takes longer.
 */
export function* templateFindings(document: LocatedDocument, related: RelatedFiles, memory: LintMemory): Generator<readonly Finding[] | undefined, readonly Finding[]> {
  const others = related.connector && `${related.connector.fileName}\n${related.connector.document.text}`;
  const known = memory.related === others ? memory : {};
  const view = yield* templateViewing(document, related, known.view);
  const search = view && searchIn(view, known);
  const whole = search ? yield* wholeFindings(search) : new Map<TemplateRule, Kept>();
  yield known.view ? undefined : findingsIn([], whole);
  if (view && !known.view) yield* lookingAtPolicies(view);
  const entries = search ? yield* entryFindings(search) : [];
  // All at once: a run that is given up halfway leaves what it began with.
  Object.assign(memory, { view, related: others, entries, whole } satisfies LintMemory);
  return findingsIn(entries, whole);
}

interface Search {
  readonly view: TemplateView;
  readonly known: LintMemory;
  readonly isStale: ReturnType<typeof staleRules>;
  readonly isAlive: (kept: Kept) => boolean;
  readonly keep: (finding: Finding) => KeptFinding;
}

const searchIn = (view: TemplateView, known: LintMemory): Search => ({
  view,
  known,
  isStale: staleRules(view, known.view),
  isAlive: aliveOrigins(view.document),
  keep: findingKeeper(view.document) ?? ((finding) => ({ finding, origins: [nowhere] })),
});

function* entryFindings(search: Search): Generator<undefined, readonly EntryFindings[]> {
  const { view, isStale, isAlive } = search;
  const isAnyStale = once((seeing: readonly PartRule[]) => seeing.some(isStale));
  const isNoneStale = !partRules.some(isStale);
  const found = knownFindings(search);
  const { entries } = view;
  for (let index = 0; index < entries.length; index++) {
    const [entry, before] = [entries[index], found[index]];
    if (!entry || (isNoneStale && before === nothing)) continue;
    if (before && !isAnyStale(partRulesFor(entry)) && isAlive(before.all)) continue;
    found[index] = findingsOf(entry, partRulesFor(entry), before, search);
    yield undefined;
  }
  return found.map((one) => one ?? nothing);
}

/** What was found of each entry that says the same as before, in a list to be filled. */
function knownFindings({ view, known }: Search): (EntryFindings | undefined)[] {
  const { start, removed, added } = difference(known.view?.entries ?? [], view.entries);
  const before = known.entries ?? [];
  const kept = [...before.slice(0, start), ...added.map(() => undefined), ...before.slice(start + removed.length)];
  const differing = differingResources(view, known.view);
  return differing.size === 0 ? kept : kept.map((one, index) => (isAmong(differing, view.entries[index]) ? undefined : one));
}

const isAmong = (resources: ReadonlySet<ResourceView>, entry: EntryView | undefined): boolean => entry?.resource !== undefined && resources.has(entry.resource);

function findingsOf(entry: EntryView, seeing: readonly PartRule[], before: EntryFindings | undefined, { view, isStale, isAlive, keep }: Search): EntryFindings {
  const byRule = new Map<PartRule, Kept>();
  for (const rule of seeing) {
    const known = before && !isStale(rule) ? (before.byRule.get(rule) ?? []) : undefined;
    const kept = known && isAlive(known) ? known : Array.from(check(rule, entry, view), (one) => keep(toFinding(rule, one)));
    if (kept.length > 0) byRule.set(rule, kept);
  }
  return byRule.size > 0 ? { byRule, all: [...byRule.values()].flat() } : nothing;
}

/** For all entries that are right, so that they are known at a glance. */
const nothing: EntryFindings = { byRule: new Map(), all: [] };

function check(rule: PartRule, entry: EntryView, view: TemplateView): Iterable<RuleFinding> {
  if (rule.kind === 'entry') return rule.check(entry, view);
  return entry.resource ? rule.check(entry.resource, view) : [];
}

function* wholeFindings({ view, known, isStale, isAlive, keep }: Search): Generator<undefined, ReadonlyMap<TemplateRule, Kept>> {
  const found = new Map<TemplateRule, Kept>();
  for (const rule of rules) {
    if (rule.kind !== 'template') continue;
    const before = isStale(rule) ? undefined : known.whole?.get(rule);
    const isSame = before !== undefined && isAlive(before);
    found.set(rule, isSame ? before : Array.from(rule.check(view), (one) => keep(toFinding(rule, one))));
    if (!isSame) yield undefined;
  }
  return found;
}

function findingsIn(entries: readonly EntryFindings[], whole: ReadonlyMap<TemplateRule, Kept>): readonly Finding[] {
  const all: Finding[] = [];
  for (const found of entries) if (found !== nothing) for (const { finding } of found.all) all.push(finding);
  for (const kept of whole.values()) for (const { finding } of kept) all.push(finding);
  return all;
}

/** A role or policy can say another thing though its resource is the same: through a parameter's default, for example. */
function differingResources(view: TemplateView, before: TemplateView | undefined): ReadonlySet<ResourceView> {
  const differing = <V extends { readonly resource: ResourceView }>(old: readonly V[], now: readonly V[]): readonly ResourceView[] => {
    const { removed, added } = difference(old, now);
    const known = new Map(removed.map((one) => [one.resource, one]));
    return added.filter((one) => !sameValue(one, known.get(one.resource))).map(({ resource }) => resource);
  };
  return new Set(before && [...differing(before.roles, view.roles), ...differing(before.policies, view.policies)]);
}

/** Of a document without sections nothing outlives an edit. */
const nowhere = { offset: 0 };

/** A finding that speaks of a section which was read anew may say another thing now. */
function aliveOrigins(document: LocatedDocument): (kept: Kept) => boolean {
  const originAt = originFinder(sectionsOf(document) ?? []);
  return (kept) => kept.every(({ origins }) => origins.every((origin) => originAt(origin.offset) === origin));
}
