import { shown } from '../document/shown';
import { conditionOperator, type ConditionOperator } from '../lint/view/condition-operator';
import type { ResolvedText } from '../lint/view/resolved-text';
import type { TrustCondition } from '../lint/view/trust-statement';
import { type Answer, no, unclear, yes } from './answer';
import { matchesPattern } from '../lint/view/matches-pattern';
import type { Token } from './token';
import { keyValue } from './token-keys';

/** Whether one condition of a statement holds for a token, by IAM's rules. */
export function conditionAnswer(condition: TrustCondition, token: Token): Answer {
  const key = String(condition.key.value);
  const operator = conditionOperator(condition.operator);
  const found = keyValue(key, token);
  if (!operator.isKnown) return no(`${shown(condition.operator)} is not a condition operator of IAM`, condition.operatorKey.span);
  if (operator.base === 'Null') return nullAnswer(condition, found.kind);
  if (found.kind === 'value') return comparison(operator, condition, key, found.value);
  if (found.kind === 'notKnown') return unclear(`it asks for ${shown(key)}${required(condition)}, and what Defender would present for that is not known here`, condition.key.span);
  return holdsWithout(operator) ? yes : no(`it checks ${shown(key)}, which the token does not carry`, condition.key.span);
}

const required = ({ values }: TrustCondition): string => (values.length > 0 ? ` ${shown(texts(values))}` : '');

/** A key that is not there fails what asks for a value and passes what excludes one. */
const holdsWithout = ({ ifExists, set, isNegated }: ConditionOperator): boolean =>
  ifExists || set === 'ForAllValues' || (isNegated && set !== 'ForAnyValue');

function nullAnswer({ key, values }: TrustCondition, kind: string): Answer {
  const name = shown(String(key.value));
  if (kind === 'notKnown') return unclear(`it depends on whether there is ${name}`, key.span);
  const wanted = values.map(({ text }) => text.toLowerCase());
  if (wanted.includes(String(kind === 'absent'))) return yes;
  return no(`it asks for ${name} ${kind === 'absent' ? 'to be there' : 'not to be there'}`, key.span);
}

function comparison(operator: ConditionOperator, { key: place, values }: TrustCondition, key: string, actual: string): Answer {
  const compare = comparisons[operator.base.replace('Not', '')];
  if (!compare) return no(`${operator.base} compares no text, so ${shown(key)} never passes it`, place.span);
  const span = values[0]?.span ?? place.span;
  const matched = values.some(({ text, known }) => known && compare(actual, text));
  if (!matched && values.some((value) => !isTold(value))) return unclear(`${shown(key)} depends on what is known only when a stack is made`, span);
  if (matched !== operator.isNegated) return yes;
  if (operator.isNegated) return no(`${shown(key)} must not be ${shown(texts(values))}`, span);
  return no(`${shown(key)} must be ${shown(texts(values))}, and the token has ${shown(actual)}`, span);
}

/** IAM fills variables in when it is asked. */
const isTold = ({ text, known }: ResolvedText): boolean => known && !text.includes('${');

const texts = (values: readonly ResolvedText[]): string => values.map(({ text }) => text).join(' or ');

const comparisons: Readonly<Record<string, (actual: string, wanted: string) => boolean>> = {
  StringEquals: (actual, wanted) => actual === wanted,
  StringEqualsIgnoreCase: (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase(),
  StringLike: matchesPattern,
};
