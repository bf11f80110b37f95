import type { HealthSource, HealthStatement } from '../model/health';
import { lengthWords } from './age-words';

export interface AgeContext {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Hours between two looks of Defender for Cloud, as the connector sets them. */
  readonly scanIntervalHours: number;
  /** ISO 8601: when the stack last changed; null where that is not known. */
  readonly stackChangedAt: string | null;
}

const hour = 3_600_000;

/** How long a word counts, by source; Azure's depends on how often it looks. Ours to choose: docs/health.md gives the reasons. */
export const countsFor: Readonly<Record<HealthSource, (context: Pick<AgeContext, 'scanIntervalHours'>) => number>> = {
  azure: ({ scanIntervalHours }) => 2 * scanIntervalHours * hour,
  aws: () => 24 * hour,
  verification: () => 24 * hour,
  files: () => Infinity,
};

/** Why a statement no longer counts, as a sentence; null where it does. */
export function staleness({ source, at }: HealthStatement, context: AgeContext): string | null {
  const limit = countsFor[source](context);
  if (limit === Infinity) return null;
  const time = at === null ? NaN : Date.parse(at);
  if (Number.isNaN(time)) return 'It does not say when it looked.';
  if (source === 'verification' && context.stackChangedAt !== null && Date.parse(context.stackChangedAt) > time) {
    return 'The stack has changed since.';
  }
  return context.now - time > limit ? `It is older than ${lengthWords(limit)}.` : null;
}
