import { limit } from '../../../catalog/limit';
import type { Located } from '../../../document/located';
import { entryOf } from '../../../document/entry-of';
import { resourceRule, type RuleFinding } from '../../rule';
import type { PolicyText } from '../../view/policy-statement';
import type { TemplateView } from '../../view/template-view';
import { isPolicy, policiesNaming } from '../../view/role-permissions';
import type { RoleView } from '../../view/role-view';

/** IAM counts the characters of a policy, and white space does not count. */
export const policySize = resourceRule({
  id: 'template/policy-size',
  severity: 'error',
  summary: "Policies fit IAM's limits.",
  why: `IAM takes 6,144 characters in a managed policy, 10,240 in all inline policies of a role together, 2,048 in a trust
policy, and 10 managed policies for a role, unless the quota was raised. White space does not count. What is only known
when a stack is made is counted at its shortest, so what is told is too long in every case.`,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  checked: '2026-11-22',
  types: ['AWS::IAM::Role', 'AWS::IAM::ManagedPolicy'],
  reads: ['policies', 'roleOf', 'policyOf'],

  *check(resource, { policies, roleOf, policyOf }) {
    const policy = policyOf(resource);
    if (policy) yield* tooLong(`Policy ${policy.label} has`, [policy.document], limit('managedPolicyChars'), 'Split it.');
    const role = roleOf(resource);
    if (!role?.isDefenders) return;
    const trust = entryOf(resource.properties, 'AssumeRolePolicyDocument')?.value;
    yield* tooLong(`The trust policy of role ${role.label} has`, [trust], limit('trustPolicyChars'), 'Shorten it, or have the quota raised.');
    yield* inline(role, policies);
    yield* tooMany(role, policies);
  },
});

function* inline(role: RoleView, policies: TemplateView['policies']): Iterable<RuleFinding> {
  const own: readonly PolicyText[] = [...role.attached.inline, ...policiesNaming(role, policies).filter(({ kind }) => kind === 'inline')];
  yield* tooLong(`The inline policies of role ${role.label} have`, own.map(({ document }) => document), limit('inlinePolicyChars'), 'Make managed policies of them.');
}

function* tooLong(what: string, documents: readonly (Located | undefined)[], most: number, advice: string): Iterable<RuleFinding> {
  const parts = documents.flatMap((document) => document ?? []);
  const [first] = parts;
  const size = parts.reduce((sum, part) => sum + leastSize(part), 0);
  if (first && size > most) yield { span: first.span, message: `${what} ${size} characters, and IAM takes ${most}. ${advice}` };
}

function* tooMany(role: RoleView, policies: TemplateView['policies']): Iterable<RuleFinding> {
  const { resource, attached, label } = role;
  const most = limit('managedPoliciesPerRole');
  const references = attached.managed.filter(({ value, logicalId }) => value.known || (logicalId !== undefined && isPolicy(logicalId, policies)));
  const ids = new Set(references.map(({ value, logicalId }) => logicalId ?? value.text));
  for (const { kind, roles, resource: policy } of policiesNaming(role, policies)) {
    if (kind === 'managed' && roles.some(({ logicalId }) => logicalId === resource.logicalId.value)) ids.add(String(policy.logicalId.value));
  }
  if (ids.size > most) {
    yield { span: resource.logicalId.span, severity: 'warning', message: `Role ${label} has ${ids.size} managed policies, and IAM takes ${most} unless the quota was raised. Put some together.` };
  }
}

/** Characters of a value in JSON without white space. What a function stands for may be empty; of a text with variables the rest counts. */
function leastSize(node: Located): number {
  if (node.kind === 'scalar') return typeof node.value === 'string' ? textSize(node.value) : String(node.value).length;
  if (node.kind === 'sequence') return node.items.reduce((sum, item) => sum + leastSize(item) + 1, 1 + Number(node.items.length === 0));
  const [first] = node.entries;
  if (node.entries.length === 1 && first && isCall(String(first.key.value))) return callSize(String(first.key.value), first.value);
  return node.entries.reduce((sum, { key, value }) => sum + textSize(String(key.value)) + leastSize(value) + 2, 1 + Number(node.entries.length === 0));
}

const isCall = (name: string): boolean => name === 'Ref' || name.startsWith('Fn::');

const callSize = (name: string, argument: Located): number =>
  textSize(name === 'Fn::Sub' && argument.kind === 'scalar' && typeof argument.value === 'string' ? argument.value.replace(/\$\{[^}]*\}/g, '') : '');

const textSize = (text: string): number => (isPlain.test(text) ? text.length + 2 : JSON.stringify(text).replace(/\s|\\[nrt]/g, '').length);

const isPlain = /^[!#-[\]-~]*$/;
