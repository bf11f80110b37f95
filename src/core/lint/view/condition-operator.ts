import { iam } from '../../catalog/iam';

/** The parts of a condition operator such as `ForAllValues:StringNotLikeIfExists`. */
export interface ConditionOperator {
  /** `ForAllValues` or `ForAnyValue`, or undefined. */
  readonly set: string | undefined;
  /** What is left without them, as IAM spells it where it knows it. */
  readonly base: string;
  readonly ifExists: boolean;
  readonly isKnown: boolean;
  /** True where the operator compares texts. */
  readonly isText: boolean;
  readonly isNegated: boolean;
}

export function conditionOperator(written: string): ConditionOperator {
  const [, set, name = '', exists] = /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/is.exec(written) ?? [];
  const base = all.get(name.toLowerCase());
  return {
    set: set && (/all/i.test(set) ? 'ForAllValues' : 'ForAnyValue'),
    base: base ?? name,
    ifExists: exists !== undefined,
    isKnown: base !== undefined,
    isText: base !== undefined && iam.conditionOperators.text.includes(base),
    isNegated: /Not/.test(base ?? ''),
  };
}

const { text, other } = iam.conditionOperators;

/** Every operator, without prefix and suffix. */
export const conditionOperators: readonly string[] = [...text, ...other];

const all: ReadonlyMap<string, string> = new Map(conditionOperators.map((name) => [name.toLowerCase(), name]));
