export interface Sample {
  readonly runs: number;
  readonly p50: number;
  readonly p95: number;
}

/** Nearest rank: a value that was really measured. */
export function summarize(values: readonly number[]): Sample {
  const sorted = values.toSorted((one, other) => one - other);
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { runs: sorted.length, p50: rank(0.5), p95: rank(0.95) };
}
