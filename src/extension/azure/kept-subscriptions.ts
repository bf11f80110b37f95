import type { SubscriptionList } from '../../app/azure/list-subscriptions';
import type { Result } from '../../core/model/result';

export interface KeptSubscriptions {
  read(signal?: AbortSignal): Promise<Result<SubscriptionList>>;
  forget(): void;
}

/** Reads once for all who ask. Only what was read in full is kept: a refusal is worth another try. */
export function keptSubscriptions(list: (signal?: AbortSignal) => Promise<Result<SubscriptionList>>): KeptSubscriptions {
  let kept: Promise<Result<SubscriptionList>> | undefined;
  return {
    async read(signal) {
      const reading = (kept ??= list(signal));
      const answer = await reading;
      if ((!answer.ok || answer.value.refused.length > 0) && kept === reading) kept = undefined;
      return answer;
    },
    forget() {
      kept = undefined;
    },
  };
}
