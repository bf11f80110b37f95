import type { Problem } from '../../core/model/problem';

/** Azure looks at a connector every few hours at most, so more often than this brings nothing. */
const usualMs = 10 * 60_000;
const longestMs = 60 * 60_000;

/** The pause before the next look in the background: longer each time that Azure refuses, as it was when it answers again. */
export function nextPauseMs(before: number | undefined, refused: Problem | undefined): number {
  if (refused === undefined || before === undefined) return usualMs;
  return Math.min(longestMs, before * 2);
}
