/** Milliseconds to wait before each restart of a server that stopped by itself. */
const delays = [500, 2_000, 8_000, 30_000] as const;

/** A crash this long after the one before starts the count again. */
const calmMs = 5 * 60_000;

/** When to restart after a crash; undefined when it has crashed too often. Crashes are times in milliseconds, oldest first. */
export function nextRestartDelay(crashes: readonly number[]): number | undefined {
  let streak = 0;
  for (let i = crashes.length - 1; i >= 0; i -= 1) {
    streak += 1;
    const current = crashes[i] ?? 0;
    const before = crashes[i - 1];
    if (before === undefined || current - before > calmMs) break;
  }
  return delays[streak - 1];
}
