import { entryOf } from '../../document/entry-of';
import type { Located, LocatedEntry, LocatedMap, LocatedScalar } from '../../document/located';
import { valueAt } from '../../document/value-at';
import { resolveText, type ResolvedText, type Scope } from './resolved-text';

/** One statement of a role's trust policy that allows something. */
export interface TrustStatement {
  readonly map: LocatedMap;
  readonly principal: LocatedEntry | undefined;
  readonly principals: readonly TrustPrincipal[];
  readonly notPrincipal: LocatedEntry | undefined;
  /** True where a token opens the role. */
  readonly isWebIdentity: boolean;
  readonly condition: LocatedEntry | undefined;
  readonly conditions: readonly TrustCondition[];
}

export interface TrustPrincipal {
  /** `Federated`, `AWS`, `Service`, or `*` for a principal that is a bare text. */
  readonly kind: string;
  readonly value: ResolvedText;
}

export interface TrustCondition {
  readonly operator: string;
  readonly key: LocatedScalar;
  readonly values: readonly ResolvedText[];
  /** The operator's keys, where another condition can be added. */
  readonly siblings: LocatedMap;
}

/** The statements of a role's `AssumeRolePolicyDocument`. What is not plain data is left out. */
export function trustStatements(policy: Located | undefined, scope: Scope): readonly TrustStatement[] {
  return listed(valueAt(policy, 'Statement'))
    .filter((statement) => statement.kind === 'map')
    .filter((statement) => textOf(valueAt(statement, 'Effect')) === 'Allow')
    .map((map) => {
      const principal = entryOf(map, 'Principal');
      const condition = entryOf(map, 'Condition');
      return {
        map,
        principal,
        principals: principal ? principals(principal.value, scope) : [],
        notPrincipal: entryOf(map, 'NotPrincipal'),
        isWebIdentity: listed(valueAt(map, 'Action')).some((action) => isWebIdentity(textOf(action))),
        condition,
        conditions: condition ? conditions(condition.value, scope) : [],
      };
    });
}

const isWebIdentity = (action: string): boolean => /^sts:(?:AssumeRoleWithWebIdentity|AssumeRole\*|\*)$/i.test(action);

function principals(node: Located, scope: Scope): readonly TrustPrincipal[] {
  if (node.kind === 'scalar') return [{ kind: '*', value: resolveText(node, scope) }];
  if (node.kind === 'sequence') return [];
  return node.entries.flatMap(({ key, value }) =>
    listed(value).map((item) => ({ kind: String(key.value), value: resolveText(item, scope) })),
  );
}

function conditions(node: Located, scope: Scope): readonly TrustCondition[] {
  if (node.kind !== 'map') return [];
  return node.entries.flatMap((operator) => {
    const siblings = operator.value;
    if (siblings.kind !== 'map') return [];
    return siblings.entries.map(({ key, value }) => ({
      operator: String(operator.key.value),
      key,
      values: listed(value).map((item) => resolveText(item, scope)),
      siblings,
    }));
  });
}

/** A policy may write one value or a list of them. */
const listed = (node: Located | undefined): readonly Located[] => (node?.kind === 'sequence' ? node.items : node ? [node] : []);

const textOf = (node: Located | undefined): string => (node?.kind === 'scalar' ? String(node.value) : '');
