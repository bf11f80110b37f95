import { conditionOperator } from './condition-operator';
import type { TrustCondition } from './trust-statement';

/** Whether a condition passes only certain texts; one that excludes texts or looks for a key does not. */
export function asksForText({ operator }: TrustCondition): boolean {
  const { isText, isNegated } = conditionOperator(operator);
  return isText && !isNegated;
}

/** Whether `*` and `?` in its values stand for other characters. */
export const readsWildcards = ({ operator }: TrustCondition): boolean => conditionOperator(operator).base === 'StringLike';

/** Whether it only looks whether the key is there. */
export const looksForKey = ({ operator }: TrustCondition): boolean => conditionOperator(operator).base === 'Null';
