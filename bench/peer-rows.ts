import { measurePeer, type Peer, peers } from './peers';
import { megabytes, ms, timing, withGoal, type Row } from './rows';
import { measureServer } from './server';
import type { BenchTemplate } from './templates';

/** Our server beside those of others: one client, one text, its debounce counted and not counted. */
export async function peerRows(templates: readonly BenchTemplate[]): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const template of templates) {
    for (const peer of peers) rows.push(...(await rowsOf(peer, template)));
  }
  return rows;
}

async function rowsOf(peer: Peer, { name, text, json }: BenchTemplate): Promise<readonly Row[]> {
  const written = peer.format === 'json' ? json : text;
  const ours = await measureServer({ text: written, format: peer.format });
  const figures = await measurePeer(peer, written);
  const what = `${peer.format.toUpperCase()} ${name}`;
  if (!figures) return [{ what: `${what}: ${peer.name}`, value: 'did not answer in time', limit: '', verdict: '' }];
  const net = figures.edit.p50 - peer.debounce;
  const [without, counted] = [net / ours.edit.p50, figures.edit.p50 / ours.edit.p50];
  const times: Row = {
    what: '  times slower than ours',
    value: `${without.toFixed(0)} without its debounce of ${peer.debounce} ms, ${counted.toFixed(0)} with it`,
    limit: '',
    verdict: '',
  };
  return [
    timing(`${what}, edit to findings`, ours.edit),
    timing(`  ${peer.name}`, figures.edit),
    text.length > 500_000 ? withGoal(times, 'at least 50 either way', Math.min(without, counted) >= 50) : times,
    { what: '  its first diagnostics, peak memory', value: `${ms(figures.open)}, ${megabytes(figures.peakMemory)}`, limit: '', verdict: '' },
  ];
}
