import { shown } from '../../../document/shown';
import type { Located, LocatedDocument, LocatedEntry, LocatedScalar } from '../../../document/located';
import type { Fix, TextEdit } from '../../../model/finding';
import { appendEntries, appendEntry } from '../../fix/append-to';
import { inBrackets } from '../../fix/in-brackets';
import { publishedTrust } from '../../fix/published-trust';
import { removeEntry } from '../../fix/remove-entry';
import { replace } from '../../fix/replace';
import { writeName } from '../../fix/write-name';
import { joined } from '../../joined';
import { nearest } from '../../nearest';
import { type RuleFinding, resourceRule } from '../../rule';
import { isLacking, isNothing, type PolicyMistake, policyMistakes } from '../../view/policy-mistakes';
import type { ResourceView } from '../../view/resource-view';
import type { TemplateView } from '../../view/template-view';

type View = Pick<TemplateView, 'document' | 'roleOf' | 'tenant'>;

/** What a policy is made of, before it is asked what it allows. */
export const policyElement = resourceRule({
  id: 'template/policy-element',
  severity: 'error',
  summary: 'Policies have statements, and each statement the elements that IAM asks for.',
  why: `A policy has at least one statement, and each says \`Effect\` and \`Action\`; a trust policy \`Principal\` as well, a policy
of permissions \`Resource\`, and neither has that of the other. IAM refuses what is missing, misspelt or out of place
("MalformedPolicyDocument"), and the stack is rolled back. A role whose trust policy says nothing lets nobody in.`,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  checked: '2026-11-29',
  reads: ['document', 'roleOf', 'tenant'],

  *check(resource, view) {
    for (const mistake of policyMistakes(resource)) yield told(mistake, resource, view);
  },
});

type Of<K extends PolicyMistake['kind']> = Extract<PolicyMistake, { readonly kind: K }>;

type Told = { readonly [K in PolicyMistake['kind']]: (mistake: Of<K>, resource: ResourceView, view: View) => RuleFinding };

const told = <K extends PolicyMistake['kind']>(mistake: Of<K>, resource: ResourceView, view: View): RuleFinding => findings[mistake.kind as K](mistake, resource, view);

const findings: Told = {
  'no-statement': withoutStatement,

  unknown({ entry: { key }, known, what }) {
    const name = String(key.value);
    const meant = nearest(name, known);
    const wrong = what === 'principal' ? `There is no kind of principal ${shown(name)}.` : `A ${what} has no element ${shown(name)}.`;
    return { span: key.span, message: `${wrong} ${meant ? `Write ${meant}.` : `Write one of ${known.join(', ')}, or remove it.`}`, fixes: meant ? [writeName(key, meant)] : [] };
  },

  missing(mistake, resource, view) {
    const { map, name } = mistake;
    return {
      span: map.entries[0]?.key.span ?? map.span,
      message: `A statement of ${ownerOf(mistake, resource, view)} lacks ${name}, which is required. Add it.`,
      fixes: complete(mistake, resource, view),
    };
  },

  empty: (mistake, resource, view) => ({
    span: mistake.entry.key.span,
    message: `${shown(String(mistake.entry.key.value))} is empty in a statement of ${ownerOf(mistake, resource, view)}. Say what it is.`,
    fixes: complete(mistake, resource, view),
  }),

  bare: (mistake, resource, view) => ({
    span: mistake.item.span,
    message: `A statement of ${ownerOf(mistake, resource, view)} has no elements. Write them below it, or remove it.`,
  }),

  prohibited({ entry: { key }, map, policy }, _resource, { document }) {
    const name = String(key.value);
    const edit = removeEntry(document, map, name);
    const why = policy.kind === 'trust' ? `A trust policy takes no ${name}: it is about the role itself` : `A policy of permissions takes no ${name}: it is about the role that has it`;
    return { span: key.span, message: `${why}. Remove it.`, fixes: edit ? [{ title: `Remove ${name}`, edits: [edit] }] : [] };
  },

  effect({ entry: { value }, text }) {
    const meant = /^d/i.test(text) ? 'Deny' : 'Allow';
    return { span: value.span, message: `There is no effect ${shown(text)}. Write ${meant}.`, fixes: [replace(`Write ${meant}`, value.span, JSON.stringify(meant))] };
  },

  sid({ value, text }) {
    const meant = text.replace(/[^A-Za-z0-9]/g, '');
    return {
      span: value.span,
      message: `Sid ${shown(text)} has more than letters and digits, and IAM takes no others. ${meant ? `Write ${shown(meant)}.` : 'Remove it.'}`,
      fixes: meant ? [writeName(value, meant)] : [],
    };
  },

  'same-sid': (mistake, resource, view) => ({
    span: mistake.value.span,
    message: `Two statements of ${ownerOf(mistake, resource, view)} have Sid ${mistake.text}. Give each its own.`,
  }),
};

function withoutStatement({ policy, statement }: Of<'no-statement'>, resource: ResourceView, view: View): RuleFinding {
  const role = policy.kind === 'trust' ? view.roleOf(resource) : undefined;
  const published = role && publishedTrust(role, view);
  const fixes = published ? [writeStatements(view.document, published, policy.entry, statement)] : [];
  const message = role ? `The trust policy of role ${role.label} has no statement, so nobody can assume it.` : `${policy.entry.key.value} of ${String(resource.logicalId.value)} has no statement.`;
  return { span: (statement ?? policy.entry).key.span, message: `${message.slice(0, -1)}. Add one.`, fixes };
}

/** What is added behind a missing value stands where that does. */
const merged = (edits: readonly TextEdit[]): readonly TextEdit[] =>
  edits.reduce<readonly TextEdit[]>((all, edit) => {
    const before = all.at(-1);
    if (before?.span.start !== edit.span.start || before.span.end !== edit.span.end) return [...all, edit];
    return [...all.slice(0, -1), { span: edit.span, newText: before.newText + edit.newText }];
  }, []);

/** A value in the place of an empty one. One below its key in the same column, as lists may stand, goes behind the key. */
function written({ text }: LocatedDocument, key: LocatedScalar, { span }: Located, newText: string): TextEdit {
  const between = text.slice(key.span.end, span.start);
  return /^[ \t]*:[^\n]*\n/.test(between) ? { span: { start: key.span.end, end: span.end }, newText: `: ${newText}` } : { span, newText };
}

function writeStatements(document: LocatedDocument, statements: readonly unknown[], policy: LocatedEntry, statement: LocatedEntry | undefined): Fix {
  const title = 'Write what Microsoft publishes';
  const { value } = policy;
  if (statement) return { title, edits: [written(document, statement.key, statement.value, inBrackets(statements))] };
  if (value.kind === 'map' && value.entries.length > 0) return { title, edits: [appendEntry(document, value, 'Statement', inBrackets(statements))] };
  return { title, edits: [written(document, policy.key, value, inBrackets({ Version: '2012-10-17', Statement: statements }))] };
}

/** Writes all that a statement lacks of the one that Microsoft publishes for the role: with a part of it, others would be missed only then. */
function complete({ policy, map }: Of<'missing' | 'empty'>, resource: ResourceView, view: View): readonly Fix[] {
  const role = policy.kind === 'trust' ? view.roleOf(resource) : undefined;
  const [published, ...more] = (role && publishedTrust(role, view)) ?? [];
  if (!published || more.length > 0 || map.entries.every(({ key }) => published[String(key.value)] === undefined)) return [];
  const empty = map.entries.filter(({ key, value }) => isNothing(value) && published[String(key.value)] !== undefined);
  const missing = Object.keys(published).filter((name) => isLacking(map, name));
  const names = [...empty.map(({ key }) => String(key.value)), ...missing];
  const edits = [
    ...empty.map(({ key, value }) => written(view.document, key, value, inBrackets(published[String(key.value)]))),
    ...appendEntries(view.document, map, missing.map((name) => [name, inBrackets(published[name])])),
  ];
  return [{ title: `Write ${joined(names)}`, edits: merged(edits) }];
}

const ownerOf = ({ policy }: PolicyMistake, resource: ResourceView, { roleOf }: View): string => {
  const label = roleOf(resource)?.label ?? shown(String(resource.logicalId.value));
  return policy.kind === 'trust' ? `the trust policy of role ${label}` : `the policy of ${label}`;
};
