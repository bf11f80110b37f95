import type { AccountState } from '../../world';
import { handlerOf } from '../resources/handlers';
import type { ResourceChange } from './stack';

/** Turns additions whose names exist already, outside every stack, into imports. */
export const withImports = (account: AccountState, changes: readonly ResourceChange[]): readonly ResourceChange[] =>
  changes.map((change) => {
    if (change.action !== 'Add') return change;
    const existing = handlerOf(change.type).find?.(account, change.after ?? {});
    return existing && !isOwned(account, existing.physicalId) ? { ...change, action: 'Import', physicalId: existing.physicalId } : change;
  });

const isOwned = ({ stacks }: AccountState, physicalId: string): boolean =>
  stacks.some(({ deleted, resources }) => !deleted && [...resources.values()].some((resource) => resource.physicalId === physicalId));
