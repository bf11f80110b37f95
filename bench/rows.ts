import type { Sample } from './statistics';

export interface Row {
  readonly what: string;
  readonly value: string;
  /** What has to hold (`bar`) or is wanted later (`goal`), and whether it does. */
  readonly limit: string;
  readonly verdict: 'pass' | 'falls short' | 'reached' | 'not yet' | '';
}

export const timing = (what: string, sample: Sample | undefined): Row => ({
  what,
  value: sample ? `${ms(sample.p50)} (p95 ${ms(sample.p95)}, ${sample.runs} runs)` : 'not measured',
  limit: '',
  verdict: '',
});

export const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

export const megabytes = (bytes: number | undefined) => (bytes === undefined ? 'not measured' : `${Math.round(bytes / 1e6)} MB`);

export const withBar = (row: Row, limit: string, holds: boolean | undefined): Row => ({
  ...row,
  limit,
  verdict: holds === undefined ? '' : holds ? 'pass' : 'falls short',
});

/** A goal is not a promise of this version: it shows how far there is to go. */
export const withGoal = (row: Row, limit: string, holds: boolean | undefined): Row => ({
  ...row,
  limit: `goal ${limit}`,
  verdict: holds === undefined ? '' : holds ? 'reached' : 'not yet',
});

export function table(rows: readonly Row[]): string {
  const columns = (['what', 'value', 'limit', 'verdict'] as const).map((key) => ({
    key,
    width: Math.max(...rows.map((row) => row[key].length)),
  }));
  return rows.map((row) => columns.map(({ key, width }) => row[key].padEnd(width)).join('  ').trimEnd()).join('\n');
}
