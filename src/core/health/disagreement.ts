import type { SourceHealth } from '../model/health';
import { sourceWords } from './source-words';

/**
 * Who contradicts whom about the connection, in one sentence; null where all that count agree. The file is left out:
 * a mistake in it and a connection that works do not contradict each other.
 */
export function disagreement(sources: readonly SourceHealth[]): string | null {
  const known = sources.filter(({ state, source }) => state !== 'unknown' && source !== 'files');
  const well = known.filter(({ state }) => state === 'healthy');
  const ill = known.filter(({ state }) => state !== 'healthy');
  if (well.length === 0 || ill.length === 0) return null;
  const [last] = [...known].sort(newestFirst);
  const words = [...ill, ...well].map(said).join('; ');
  return `${words}. ${last ? `${sourceWords[last.source]} looked last.` : ''}`.trim();
}

const said = ({ source, state, age }: SourceHealth): string => `${sourceWords[source]} says ${state}${age === null ? '' : ` (${age})`}`;

const newestFirst = (one: SourceHealth, other: SourceHealth): number => Date.parse(other.at ?? '') - Date.parse(one.at ?? '');
