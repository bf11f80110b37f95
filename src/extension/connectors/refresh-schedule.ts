import type { Problem } from '../../core/model/problem';

const longestMs = 2 * 60 * 60_000;

/** The pause before the next look in the background: twice as long with each refusal in a row, and never shorter than Azure asks for. */
export function nextPauseMs(intervalMs: number, refusals: number, refused: Problem | undefined): number {
  const patient = Math.min(intervalMs * 2 ** refusals, Math.max(intervalMs, longestMs));
  return Math.max(patient, (refused?.retryAfterSeconds ?? 0) * 1_000);
}
