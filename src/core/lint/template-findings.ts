import type { LocatedDocument } from '../document/located';
import { sectionsOf } from '../document/read-document';
import type { Finding } from '../model/finding';
import { findingKeeper, type KeptFinding } from './kept-findings';
import type { RelatedFiles } from './related-files';
import type { ResourceRule, Rule, RuleFinding, TemplatePart } from './rule';
import { rules } from './rules';
import { sameValue } from './same-value';
import { toFinding } from './to-finding';
import type { ResourceView } from './view/resource-view';
import { type TemplateView, templateView } from './view/template-view';

/** What was found in one version of a template, for the next one. */
export interface LintMemory {
  view?: TemplateView;
  related?: string | undefined;
  resources?: ReadonlyMap<object, ResourceFindings>;
}

/** Of one resource, by rule. */
interface ResourceFindings {
  readonly byRule: ReadonlyMap<Rule, readonly KeptFinding[]>;
  readonly all: readonly KeptFinding[];
}

/** All findings of a template's rules. Pauses between rules and between resources. */
export function* templateFindings(document: LocatedDocument, related: RelatedFiles, memory: LintMemory): Generator<void, readonly Finding[]> {
  const view = templateView(document, related, memory.view);
  yield;
  if (!view) return forgotten(memory);
  const byResource = yield* resourceFindings(view, related, memory);
  const all: Finding[] = [];
  for (const { map } of view.all) for (const { finding } of byResource.get(map)?.all ?? []) all.push(finding);
  for (const rule of rules) {
    if (rule.kind !== 'template') continue;
    for (const one of rule.check(view)) all.push(toFinding(rule, one));
    yield;
  }
  return all;
}

function forgotten(memory: LintMemory): readonly Finding[] {
  delete memory.view;
  delete memory.resources;
  return [];
}

const resourceRules = (): readonly ResourceRule[] => rules.filter((rule) => rule.kind === 'resource');

function* resourceFindings(view: TemplateView, related: RelatedFiles, memory: LintMemory): Generator<void, ReadonlyMap<object, ResourceFindings>> {
  const keep = findingKeeper(view.document) ?? ((finding: Finding): KeptFinding => ({ finding, origins: [] }));
  const others = related.connector?.document.text;
  const known = memory.related === others ? memory : {};
  const isStale = staleRules(view, known.view);
  const isAnyStale = once((seeing: readonly ResourceRule[]) => seeing.some(isStale));
  const isAlive = aliveOrigins(view.document);
  const byResource = new Map<object, ResourceFindings>();
  const rulesOf = rulesByType();
  for (const resource of view.all) {
    const before = sameOwnView(resource, view, known.view) ? known.resources?.get(resource.map) : undefined;
    const seeing = rulesOf(resource.type);
    const isSame = before !== undefined && isAlive(before.all) && !isAnyStale(seeing);
    byResource.set(resource.map, isSame ? before : found(seeing, (rule) => {
      const kept = isStale(rule) ? undefined : before?.byRule.get(rule);
      return kept && isAlive(kept) ? kept : Array.from(rule.check(resource, view), (one: RuleFinding) => keep(toFinding(rule, one)));
    }));
    if (!isSame) yield;
  }
  memory.view = view;
  memory.related = others;
  memory.resources = byResource;
  return byResource;
}

function found(seeing: readonly ResourceRule[], findingsOf: (rule: ResourceRule) => readonly KeptFinding[]): ResourceFindings {
  const byRule = new Map(seeing.map((rule) => [rule, findingsOf(rule)]));
  return { byRule, all: [...byRule.values()].flat() };
}

function rulesByType(): (type: string) => readonly ResourceRule[] {
  const all = resourceRules();
  return once((type) => all.filter(({ types }) => types?.includes(type) ?? true));
}

/** Answers each question once. */
function once<Q, A>(answer: (question: Q) => A): (question: Q) => A {
  const answers = new Map<Q, { readonly answer: A }>();
  return (question) => {
    let known = answers.get(question);
    if (!known) answers.set(question, (known = { answer: answer(question) }));
    return known.answer;
  };
}

/** What is not a view of the template's content: who reads it reads the lines around its own resource. */
const alwaysSame: readonly TemplatePart[] = ['document', 'roleOf', 'policyOf'];

/** Tells rules apart that read something which says another thing now. */
function staleRules(view: TemplateView, before: TemplateView | undefined): (rule: ResourceRule) => boolean {
  if (!before) return () => true;
  const isChanged = once((part: TemplatePart): boolean => !alwaysSame.includes(part) && !samePart(view, before, part));
  return once((rule) => rule.reads.some(isChanged));
}

/** Resources themselves are the same only as a whole; their views are compared by what they say. */
function samePart(view: TemplateView, before: TemplateView, part: TemplatePart): boolean {
  if (part === 'all') return view.all.length === before.all.length && view.all.every((resource, index) => resource === before.all[index]);
  return part === 'resources' ? view.resources === before.resources : sameValue(view[part], before[part]);
}

/** A role or policy can change without its resource: through a parameter's default, for example. */
function sameOwnView(resource: ResourceView, view: TemplateView, before: TemplateView | undefined): boolean {
  return before !== undefined && sameValue(view.roleOf(resource), before.roleOf(resource)) && sameValue(view.policyOf(resource), before.policyOf(resource));
}

/** A finding that speaks of a section which was read anew may say another thing now. */
function aliveOrigins(document: LocatedDocument): (kept: readonly KeptFinding[]) => boolean {
  let alive: ReadonlySet<unknown> | undefined;
  return (kept) => {
    if (kept.length === 0) return true;
    alive ??= new Set(sectionsOf(document)?.map(({ origin }) => origin));
    return kept.every(({ origins }) => origins.every((origin) => alive?.has(origin)));
  };
}
