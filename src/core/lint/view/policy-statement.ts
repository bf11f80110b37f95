import { entryOf } from '../../document/entry-of';
import type { Located, LocatedEntry, LocatedMap, LocatedSequence } from '../../document/located';
import { valueAt } from '../../document/value-at';
import { isIntrinsic } from './is-intrinsic';
import { listed } from './listed';
import { resolveText, type ResolvedText, type Scope } from './resolved-text';

/** One statement of a permission policy. */
export interface PolicyStatement {
  readonly map: LocatedMap;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly ResolvedText[];
  /** The list that the actions stand in, where they do. */
  readonly actionList: LocatedSequence | undefined;
  readonly notAction: LocatedEntry | undefined;
  readonly resources: readonly ResolvedText[];
  /** The list that the resources stand in, where they do. */
  readonly resourceList: LocatedSequence | undefined;
  readonly notResource: LocatedEntry | undefined;
  readonly condition: LocatedEntry | undefined;
}

/** A policy document as far as it is plain data. */
export interface PolicyText {
  readonly document: Located | undefined;
  readonly statements: readonly PolicyStatement[];
  /** False where a statement or an action is known only when a stack is made. */
  readonly isWhole: boolean;
}

export function policyText(document: Located | undefined, scope: Scope): PolicyText {
  const nodes = listed(valueAt(document, 'Statement'));
  const statements = nodes.flatMap((node) => policyStatement(node, scope) ?? []);
  const isRead = statements.length === nodes.length && statements.every(({ actions }) => actions.every(({ known }) => known));
  return { document, statements, isWhole: document !== undefined && !isIntrinsic(document) && isRead };
}

function policyStatement(map: Located, scope: Scope): PolicyStatement | undefined {
  const effect = valueAt(map, 'Effect');
  if (map.kind !== 'map' || effect?.kind !== 'scalar' || (effect.value !== 'Allow' && effect.value !== 'Deny')) return undefined;
  const texts = (key: string) => listed(entryOf(map, key)?.value).map((item) => resolveText(item, scope));
  const list = (key: string): LocatedSequence | undefined => {
    const value = entryOf(map, key)?.value;
    return value?.kind === 'sequence' ? value : undefined;
  };
  return {
    map,
    effect: effect.value,
    actions: texts('Action'),
    actionList: list('Action'),
    notAction: entryOf(map, 'NotAction'),
    resources: texts('Resource'),
    resourceList: list('Resource'),
    notResource: entryOf(map, 'NotResource'),
    condition: entryOf(map, 'Condition'),
  };
}
