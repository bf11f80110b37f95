import { longestPause } from '../src/server/publish-findings';
import { startClient } from './client';
import { ms, withGoal, type Row } from './rows';
import { positionInDescription } from './server';
import type { BenchTemplate } from './templates';

const burst = 30;

/** Many edits at once: all but the last are stale before they are checked, and nobody hears of them. */
export async function staleRuns({ name, text }: BenchTemplate): Promise<readonly Row[]> {
  const client = await startClient();
  const uri = 'file:///bench/burst.yaml';
  const place = positionInDescription(text);
  await client.open(uri, text);
  await client.opened();
  await client.type(uri, 2, place);
  const before = client.heard();
  const last = client.findings(uri, burst + 2);
  const started = performance.now();
  for (let index = 0; index < burst; index += 1) await client.send(uri, index + 3, place);
  await last;
  const took = performance.now() - started;
  const heard = client.heard() - before;
  await client.stop();
  const row: Row = { what: `${burst} edits of ${name} at once, until the findings of the last`, value: `${ms(took)}, findings published ${heard === 1 ? 'once' : `${heard} times`}`, limit: '', verdict: '' };
  const debounce: Row = { what: 'longest wait for a next keystroke (debounce)', value: `${longestPause} ms; none where a check takes under 8 ms`, limit: '', verdict: '' };
  return [withGoal(row, 'stale ones cancelled, not queued', heard <= 3), withGoal(debounce, 'up to 30 ms', longestPause <= 30)];
}
