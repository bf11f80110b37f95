import { iam } from '../../catalog/iam';
import { entryOf } from '../../document/entry-of';
import type { Located, LocatedEntry, LocatedMap, LocatedScalar } from '../../document/located';
import { valueAt } from '../../document/value-at';
import { nearest } from '../nearest';
import { isIntrinsic } from './is-intrinsic';
import { listed } from './listed';
import { resolveText, type ResolvedText, type Scope } from './resolved-text';

/** One statement of a role's trust policy. */
export interface TrustStatement {
  readonly map: LocatedMap;
  readonly effect: 'Allow' | 'Deny';
  readonly principal: LocatedEntry | undefined;
  readonly principals: readonly TrustPrincipal[];
  readonly notPrincipal: LocatedEntry | undefined;
  /** The `Action` or `NotAction` entry. */
  readonly action: LocatedEntry | undefined;
  /** Of `Action` only. */
  readonly actions: readonly ResolvedText[];
  /** True where a token opens the role. */
  readonly isWebIdentity: boolean;
  readonly condition: LocatedEntry | undefined;
  readonly conditions: readonly TrustCondition[];
  /** False where principals or conditions depend on more than the file: what is missing here may be there. */
  readonly isWhole: boolean;
}

export interface TrustPrincipal {
  /** `Federated`, `AWS`, `Service`, or `*` for a principal that is a bare text. */
  readonly kind: string;
  readonly value: ResolvedText;
}

export interface TrustCondition {
  readonly operator: string;
  readonly operatorKey: LocatedScalar;
  readonly key: LocatedScalar;
  readonly values: readonly ResolvedText[];
  /** The operator's keys, where another condition can be added. */
  readonly siblings: LocatedMap;
}

export interface TrustPolicy {
  readonly statements: readonly TrustStatement[];
  /** False where a statement, or the whole policy, is made by a function. */
  readonly isWhole: boolean;
}

/** A role's `AssumeRolePolicyDocument`. What is not plain data is left out. */
export function trustPolicy(policy: Located | undefined, scope: Scope): TrustPolicy {
  const nodes = listed(valueAt(policy, 'Statement'));
  const statements = nodes.flatMap((node) => trustStatement(node, scope) ?? []);
  return { statements, isWhole: policy !== undefined && !isIntrinsic(policy) && statements.length === nodes.length && nodes.length > 0 };
}

function trustStatement(map: Located, scope: Scope): TrustStatement | undefined {
  const effect = meantEffect(valueAt(map, 'Effect'));
  if (!hasElements(map) || effect === undefined) return undefined;
  const principal = entryOf(map, 'Principal');
  const condition = entryOf(map, 'Condition');
  const action = entryOf(map, 'Action');
  const actions = listed(action?.value).map((item) => resolveText(item, scope));
  const trusted = principal ? principals(principal.value, scope) : [];
  return {
    map,
    effect,
    principal,
    principals: trusted,
    notPrincipal: entryOf(map, 'NotPrincipal'),
    action: action ?? entryOf(map, 'NotAction'),
    actions,
    isWebIdentity: opensByToken(map, actions, trusted),
    condition,
    conditions: condition ? conditions(condition.value, scope) : [],
    isWhole: !isIntrinsic(principal?.value) && (condition ? !hasIntrinsic(condition.value) : !meansCondition(map)),
  };
}

/** A key that is misspelt is told as such, and not as missing. */
const meansCondition = (map: LocatedMap): boolean =>
  map.entries.some(({ key }) => !iam.policyElements.statement.includes(String(key.value)) && nearest(String(key.value), ['Condition']) !== undefined);

const hasElements = (map: Located): map is LocatedMap => map.kind === 'map' && map.entries.length > 0 && !isIntrinsic(map);

/** Where no action is named, that of a token is meant, unless somebody else is trusted. */
function opensByToken(map: LocatedMap, actions: readonly ResolvedText[], trusted: readonly TrustPrincipal[]): boolean {
  if (actions.some(({ text }) => isWebIdentity(text))) return true;
  return actions.every(({ text }) => text === '') && !entryOf(map, 'NotAction') && trusted.every(({ kind }) => kind === 'Federated');
}

const isWebIdentity = (action: string): boolean => /^sts:(?:AssumeRoleWithWebIdentity|AssumeRole\*|\*)$/i.test(action);

const hasIntrinsic = (block: Located | undefined): boolean =>
  isIntrinsic(block) || (block?.kind === 'map' && block.entries.some(({ value }) => isIntrinsic(value)));

function principals(node: Located, scope: Scope): readonly TrustPrincipal[] {
  if (node.kind === 'scalar') return [{ kind: '*', value: resolveText(node, scope) }];
  if (node.kind === 'sequence' || isIntrinsic(node)) return [];
  return node.entries.flatMap(({ key, value }) =>
    listed(value).map((item) => ({ kind: String(key.value), value: resolveText(item, scope) })),
  );
}

function conditions(node: Located, scope: Scope): readonly TrustCondition[] {
  if (node.kind !== 'map' || isIntrinsic(node)) return [];
  return node.entries.flatMap((operator) => {
    const siblings = operator.value;
    if (siblings.kind !== 'map' || isIntrinsic(siblings)) return [];
    return siblings.entries.map(({ key, value }) => ({
      operator: String(operator.key.value),
      operatorKey: operator.key,
      key,
      values: listed(value).map((item) => resolveText(item, scope)),
      siblings,
    }));
  });
}

/** One that is misspelt or missing is told as such; the rest of the statement is looked at all the same. */
function meantEffect(node: Located | undefined): TrustStatement['effect'] | undefined {
  if (node && node.kind !== 'scalar') return undefined;
  return /^d/i.test(String(node?.value ?? '')) ? 'Deny' : 'Allow';
}
