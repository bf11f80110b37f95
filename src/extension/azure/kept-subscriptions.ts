import type { SubscriptionList } from '../../app/azure/list-subscriptions';
import { err, type Result } from '../../core/model/result';

export interface KeptSubscriptions {
  read(signal?: AbortSignal): Promise<Result<SubscriptionList>>;
  forget(): void;
}

/** Reads once for all who ask: who turns away goes without, and the others get their answer. Only what was read in full is kept: a refusal is worth another try. */
export function keptSubscriptions(list: () => Promise<Result<SubscriptionList>>): KeptSubscriptions {
  let kept: Promise<Result<SubscriptionList>> | undefined;
  const start = () => {
    const reading = list().then((answer) => {
      if ((!answer.ok || answer.value.refused.length > 0) && kept === reading) kept = undefined;
      return answer;
    });
    return reading;
  };
  return {
    read(signal) {
      if (signal?.aborted) return Promise.resolve(cancelled);
      kept ??= start();
      return signal ? Promise.race([kept, turnedAway(signal)]) : kept;
    },
    forget() {
      kept = undefined;
    },
  };
}

const cancelled = err({ code: 'cancelled', message: 'Cancelled: the subscriptions are not waited for.' } as const);

const turnedAway = (signal: AbortSignal): Promise<typeof cancelled> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(cancelled), { once: true }));
