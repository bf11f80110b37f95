import { shown } from '../../../document/shown';
import type { LocatedDocument } from '../../../document/located';
import type { Fix } from '../../../model/finding';
import { replace } from '../../fix/replace';
import { writeScalar } from '../../fix/write-scalar';
import { nearest } from '../../nearest';
import { roleRule } from '../../role-rule';
import type { RuleFinding } from '../../rule';
import { type ConditionOperator, conditionOperator, conditionOperators } from '../../view/condition-operator';
import type { RoleView } from '../../view/role-view';
import type { TrustCondition } from '../../view/trust-statement';

/** An operator can turn a check into its opposite, or into none. */
export const trustOperator = roleRule({
  id: 'template/trust-operator',
  severity: 'error',
  summary: 'Conditions on audience, subject and session name ask for one text, with StringEquals or StringLike.',
  why: `The conditions of a trust policy decide whose token opens the role. \`StringNotEquals\` lets in all but the one it
names. \`…IfExists\` and \`ForAllValues:\` also pass where the key is absent. Operators for numbers, dates, addresses and
ARNs never pass for these texts, and AWS refuses a policy with an operator that it does not know.`,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  checked: '2026-11-22',
  reads: [],

  *check(role, { document }) {
    const seen = new Set<unknown>();
    for (const condition of role.statements.flatMap(({ conditions }) => conditions)) {
      if (seen.has(condition.operatorKey)) continue;
      const found = mistake(document, role, condition);
      if (found) seen.add(condition.operatorKey);
      if (found) yield found;
    }
  },
});

function mistake(document: LocatedDocument, { label }: RoleView, condition: TrustCondition): RuleFinding | undefined {
  const operator = conditionOperator(condition.operator);
  const place = { span: condition.operatorKey.span };
  const told = shown(condition.operator);
  if (!operator.isKnown) {
    const right = nearest(operator.base, conditionOperators);
    const advice = right ? `Write ${right}.` : 'Write StringEquals or StringLike.';
    return { ...place, message: `Role ${label} uses condition operator ${told}, which IAM does not know. ${advice}`, fixes: right ? rename(document, condition, right) : [] };
  }
  if (!isOfToken(condition)) return undefined;
  const reason = weakness(operator, condition);
  if (!reason) return undefined;
  const [text, right, severity = 'error'] = reason;
  const name = shown(String(condition.key.value));
  return { ...place, severity, message: `Role ${label} checks ${name} with ${told}, ${text}. Write ${right}.`, fixes: rename(document, condition, right) };
}

type Weakness = readonly [reason: string, right: string, severity?: RuleFinding['severity']];

function weakness({ base, set, ifExists, isNegated, isText }: ConditionOperator, { values }: TrustCondition): Weakness | undefined {
  const plain = values.some(({ text }) => /[*?]/.test(text)) ? 'StringLike' : 'StringEquals';
  if (base === 'Null') {
    return values.some(({ text }) => text === 'true') ? ['and every token carries it, so nobody gets in', plain] : undefined;
  }
  if (isNegated) return ['which lets in everyone but that one', plain];
  if (!isText) return ['which never passes for a text', plain];
  if (set === 'ForAllValues') return ['which passes where the key is absent', base];
  if (ifExists) return ['which passes where the key is absent', base, 'warning'];
  if (base === 'StringEqualsIgnoreCase') return ['which takes other spellings too', 'StringEquals', 'warning'];
  return undefined;
}

const isOfToken = ({ key }: TrustCondition): boolean => /(?::aud|:sub|^sts:RoleSessionName)$/i.test(String(key.value));

/** The operator stands for all its keys: where it has others, who wrote it decides. */
function rename(document: LocatedDocument, { operatorKey, siblings, operator }: TrustCondition, right: string): readonly Fix[] {
  if (siblings.entries.some(({ key }) => !/(?::aud|:sub|^sts:RoleSessionName)$/i.test(String(key.value)))) return [];
  return conditionOperator(operator).base === 'Null' ? [] : [replace(`Write ${right}`, operatorKey.span, writeScalar(document, operatorKey, right))];
}
