import { shown } from '../../../document/shown';
import type { LocatedDocument, LocatedEntry } from '../../../document/located';
import type { Fix } from '../../../model/finding';
import { appendEntry } from '../../fix/append-to';
import { inBrackets } from '../../fix/in-brackets';
import { publishedTrust } from '../../fix/published-trust';
import { removeEntry } from '../../fix/remove-entry';
import { replace } from '../../fix/replace';
import { writeName } from '../../fix/write-name';
import { nearest } from '../../nearest';
import { type RuleFinding, resourceRule } from '../../rule';
import { type PolicyMistake, policyMistakes } from '../../view/policy-mistakes';
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
    const written = elementOf(mistake, resource, view, name);
    return {
      span: map.entries[0]?.key.span ?? map.span,
      message: `A statement of ${ownerOf(mistake, resource, view)} lacks ${name}, which is required. Add it.`,
      fixes: written ? [{ title: `Add ${name}`, edits: [appendEntry(view.document, map, name, written)] }] : [],
    };
  },

  empty(mistake, resource, view) {
    const { key, value } = mistake.entry;
    const name = String(key.value);
    const written = elementOf(mistake, resource, view, name);
    return {
      span: key.span,
      message: `${shown(name)} is empty in a statement of ${ownerOf(mistake, resource, view)}. Say what it is.`,
      fixes: written ? [replace(`Write ${name}`, value.span, written)] : [],
    };
  },

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

function writeStatements(document: LocatedDocument, statements: readonly unknown[], policy: LocatedEntry, statement: LocatedEntry | undefined): Fix {
  const title = 'Write what Microsoft publishes';
  const { value } = policy;
  if (statement) return replace(title, statement.value.span, inBrackets(statements));
  if (value.kind === 'map' && value.entries.length > 0) return { title, edits: [appendEntry(document, value, 'Statement', inBrackets(statements))] };
  return replace(title, value.span, inBrackets({ Version: '2012-10-17', Statement: statements }));
}

/** An element of the one statement that Microsoft publishes for the role. */
function elementOf({ policy }: PolicyMistake, resource: ResourceView, view: View, name: string): string | undefined {
  const role = policy.kind === 'trust' ? view.roleOf(resource) : undefined;
  const [statement, ...more] = (role && publishedTrust(role, view)) ?? [];
  const value = more.length === 0 ? statement?.[name] : undefined;
  return value === undefined ? undefined : inBrackets(value);
}

const ownerOf = ({ policy }: PolicyMistake, resource: ResourceView, { roleOf }: View): string => {
  const label = roleOf(resource)?.label ?? shown(String(resource.logicalId.value));
  return policy.kind === 'trust' ? `the trust policy of role ${label}` : `the policy of ${label}`;
};
