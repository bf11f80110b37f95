import { firstReading } from './first-reading';
import { megabytes, ms, timing, withGoal, type Row } from './rows';
import { measureServer } from './server';
import { staleRuns } from './stale-runs';
import type { BenchTemplate } from './templates';
import { waitingRequests } from './waiting-requests';

/** What the language server takes for a small and for a large file. */
export async function serverRows(small: BenchTemplate, large: BenchTemplate): Promise<readonly Row[]> {
  return [...(await editRows(small, { p50: 2 })), ...(await editRows(large, { p50: 5, p95: 15 })), ...(await firstReading(large)), ...(await waitingRequests()), ...(await staleRuns(large))];
}

interface Aims {
  readonly p50: number;
  readonly p95?: number;
}

async function editRows({ name, text }: BenchTemplate, aims: Aims): Promise<readonly Row[]> {
  const { coldOpen, edit, net, cpu, peakMemory } = await measureServer({ text });
  const memory: Row = { what: `server, peak memory with ${name} open, after ${edit.runs} edits`, value: megabytes(peakMemory), limit: '', verdict: '' };
  const isLarge = aims.p95 !== undefined;
  const limit = `p50 up to ${aims.p50} ms${isLarge ? `, p95 up to ${aims.p95} ms` : ''}`;
  const holds = ({ p50, p95 }: { readonly p50: number; readonly p95: number }): boolean => p50 <= aims.p50 && p95 <= (aims.p95 ?? Infinity);
  return [
    { what: `server, first open ${name} in a fresh process`, value: `${ms(coldOpen.wall)}, ${ms(coldOpen.cpu)} of the processor`, limit: '', verdict: '' },
    timing(`server, edit ${name} to findings`, edit),
    withGoal(timing('  without transport', net), limit, holds(net)),
    withGoal(timing('  of the processor, without transport', cpu), limit, Number.isNaN(cpu.p50) ? undefined : holds(cpu)),
    isLarge ? withGoal(memory, 'up to 120 MB', peakMemory === undefined ? undefined : peakMemory <= 120e6) : memory,
  ];
}
