import type { PipelineResponse, RetryPolicyOptions, RetryStrategy } from '@azure/core-rest-pipeline';

export interface RetryOptions {
  /** Attempts after the first one. */
  readonly retries: number;
  /** First pause where Azure names none; it doubles. */
  readonly pauseMs: number;
  /** A longer Retry-After is for the user to sit out, not for us. */
  readonly longestPauseMs: number;
}

export const usualRetries: RetryOptions = { retries: 3, pauseMs: 800, longestPauseMs: 30_000 };

/**
 * Repeats what changes nothing whenever it failed on the way. What changes something is repeated only after a 429,
 * by which Azure says that it did not take it: after any other failure it may have been done.
 */
export function retrying(repeatable: boolean, { pauseMs, longestPauseMs }: RetryOptions): RetryStrategy {
  const within = (pause: number) => (pause <= longestPauseMs ? { retryAfterInMs: pause } : { skipStrategy: true });
  return {
    name: repeatable ? 'readsAreRepeated' : 'writesAreNot',
    retry({ retryCount, response, responseError }) {
      const pause = pauseMs * 2 ** retryCount * (0.8 + Math.random() * 0.4);
      if (response?.status === 429) return within(retryAfterMs(response) ?? pause);
      if (!repeatable) return { skipStrategy: true };
      if (response && [408, 500, 502, 503, 504].includes(response.status)) return within(retryAfterMs(response) ?? pause);
      return responseError && !response ? within(pause) : { skipStrategy: true };
    },
  };
}

export const retryLimit = ({ retries }: RetryOptions): RetryPolicyOptions => ({ maxRetries: retries });

/** How long Azure asks to wait, in milliseconds. */
export function retryAfterMs({ headers }: Pick<PipelineResponse, 'headers'>): number | undefined {
  for (const name of ['retry-after-ms', 'x-ms-retry-after-ms']) {
    const value = Number(headers.get(name) ?? Number.NaN);
    if (Number.isFinite(value)) return Math.max(0, value);
  }
  const value = headers.get('retry-after');
  if (value === undefined) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
