import type { Memento } from 'vscode';

/** The chosen subscriptions, kept for this workspace on this machine: ids only. */
export interface SubscriptionMemory {
  /** Undefined when none was chosen: then all count. */
  get(): readonly string[] | undefined;
  set(ids: readonly string[] | undefined): Promise<void>;
}

const key = 'azureSubscriptions';

export const subscriptionMemory = (state: Memento): SubscriptionMemory => ({
  get() {
    const stored: unknown = state.get(key);
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : undefined;
  },
  set: (ids) => Promise.resolve(state.update(key, ids)),
});
