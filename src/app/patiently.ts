import type { Result } from '../core/model/result';
import type { Clock } from './ports';

/** Repeats a reading that failed on the way, a few times with growing pauses. Only for calls that change nothing. */
export async function patiently<T>(
  read: () => Promise<Result<T>>,
  { clock, signal }: { readonly clock: Clock; readonly signal?: AbortSignal | undefined },
): Promise<Result<T>> {
  for (const pause of pauses) {
    const answer = await read();
    if (answer.ok || !isPassing(answer.error.code)) return answer;
    await clock.sleep(pause, signal);
  }
  return read();
}

/** Milliseconds; each reading has been repeated by the client already. */
const pauses = [2_000, 5_000, 10_000];

const isPassing = (code: string) => code === 'network' || code === 'throttled';
