import { isJsonObject, type Json, type JsonObject } from '../json';
import { texts } from './policy-document';
import { wildcard } from './wildcard';

export interface SourcedPolicy {
  /** As the simulator names where a statement stands, such as `role_Reader_Read` or a policy's ARN. */
  readonly id: string;
  readonly type: 'user' | 'role' | 'aws-managed' | 'user-managed' | 'none';
  readonly document: Json;
}

export interface Evaluation {
  readonly decision: 'allowed' | 'explicitDeny' | 'implicitDeny';
  readonly matched: readonly SourcedPolicy[];
  /** Condition keys that were asked for and not given: their statements did not apply. */
  readonly missingContext: readonly string[];
}

export interface Request {
  readonly action: string;
  readonly resource: string;
  /** By key in lower case. */
  readonly context: ReadonlyMap<string, readonly string[]>;
}

/** The decision of identity policies: a deny wins, then an allow, and without either it is a no. */
export function evaluatePolicies(policies: readonly SourcedPolicy[], request: Request): Evaluation {
  const missing = new Set<string>();
  const applying = policies.flatMap((policy) =>
    statementsIn(policy.document)
      .filter((statement) => covers(statement, request) && conditionsHold(statement.Condition, request, missing))
      .map(({ Effect }) => ({ policy, Effect })),
  );
  const denying = applying.filter(({ Effect }) => Effect === 'Deny');
  const deciding = denying.length > 0 ? denying : applying;
  return {
    decision: denying.length > 0 ? 'explicitDeny' : applying.length > 0 ? 'allowed' : 'implicitDeny',
    matched: deciding.map(({ policy }) => policy),
    missingContext: [...missing],
  };
}

/** Not checked again: what stands in IAM has been. */
const statementsIn = (document: Json): readonly JsonObject[] => {
  const { Statement = [] } = isJsonObject(document) ? document : {};
  return (Array.isArray(Statement) ? (Statement as readonly Json[]) : [Statement]).filter(isJsonObject);
};

function covers(statement: JsonObject, { action, resource }: Request): boolean {
  const among = (patterns: Json | undefined, text: string, flags = '') => texts(patterns).some((pattern) => wildcard(pattern, flags).test(text));
  const acts = 'Action' in statement ? among(statement.Action, action, 'i') : !among(statement.NotAction, action, 'i');
  return acts && ('Resource' in statement ? among(statement.Resource, resource) : !among(statement.NotResource, resource));
}

function conditionsHold(condition: Json | undefined, { context }: Request, missing: Set<string>): boolean {
  if (!isJsonObject(condition)) return true;
  const answers = Object.entries(condition).flatMap(([operator, keys]) =>
    Object.entries(isJsonObject(keys) ? keys : {}).map(([key, wanted]) => {
      const actual = context.get(key.toLowerCase());
      if (actual) return compares(operator, texts(wanted), actual);
      if (operator.endsWith('IfExists')) return true;
      missing.add(key);
      return false;
    }),
  );
  return answers.every(Boolean);
}

/** The operators that policies for Defender use; one that is not among them does not hold. */
function compares(operator: string, wanted: readonly string[], actual: readonly string[]): boolean {
  const name = operator.replace(/^(ForAnyValue|ForAllValues):/, '').replace(/IfExists$/, '');
  const negated = name.includes('Not');
  const test = comparisons[name.replace('Not', '')];
  if (!test) return false;
  const holds = (value: string) => wanted.some((each) => test(each, value)) !== negated;
  return operator.startsWith('ForAllValues') || negated ? actual.every(holds) : actual.some(holds);
}

const like = (pattern: string, value: string): boolean => wildcard(pattern).test(value);
const comparisons: Readonly<Record<string, (wanted: string, value: string) => boolean>> = {
  StringEquals: (wanted, value) => wanted === value,
  StringEqualsIgnoreCase: (wanted, value) => wanted.toLowerCase() === value.toLowerCase(),
  StringLike: like,
  ArnEquals: like,
  ArnLike: like,
  Bool: (wanted, value) => wanted.toLowerCase() === value.toLowerCase(),
};
