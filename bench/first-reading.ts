import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { startClient } from './client';
import { mainThreadTime } from './process-figures';
import { ms, withGoal, type Row } from './rows';
import { summarize } from './statistics';
import type { BenchTemplate } from './templates';

const rounds = 7;

/** From opening a file to its first findings, and to all, beside one plain parse of the same text: by turns, so that both have the same machine. */
export async function firstReading({ name, text }: BenchTemplate): Promise<readonly Row[]> {
  const client = await startClient();
  const first: number[] = [];
  const all: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const uri = `file:///bench/round-${round}.yaml`;
    first.push((await client.open(uri, text)).cpu);
    all.push((await client.opened()).cpu);
    await client.close(uri);
    plain.push(parsed(text));
  }
  await client.stop();
  const [fresh, freshPlain] = [await openedAfresh(text), parsedAfresh(text)];
  return [
    aimed(row(`first findings of ${name}, server warm`, warm(first), warm(plain))),
    row('  all findings', warm(all), warm(plain)),
    aimed(row('  first findings, both in a fresh process', fresh.first.cpu, freshPlain)),
    row('  all findings', fresh.all.cpu, freshPlain),
  ];
}

/** The first round warms a process. */
const warm = (times: readonly number[]): number => summarize(times.slice(1)).p50;

interface Compared extends Row {
  readonly ratio: number;
}

const row = (what: string, own: number, other: number): Compared => ({
  what,
  value: `${ms(own)} of the processor, plain \`yaml\` parse ${ms(other)}: ${(own / other).toFixed(2)}`,
  limit: '',
  verdict: '',
  ratio: own / other,
});

const aimed = (compared: Compared): Row => withGoal(compared, 'up to a third of the parse', Number.isNaN(compared.ratio) ? undefined : compared.ratio <= 1 / 3);

function parsed(text: string): number {
  const started = mainThreadTime(process.pid);
  parseDocument(text);
  return mainThreadTime(process.pid) - started;
}

async function openedAfresh(text: string) {
  const client = await startClient();
  const first = await client.open('file:///bench/fresh.yaml', text);
  const all = await client.opened();
  await client.stop();
  return { first, all };
}

/** The parse alone, without the start of Node and the loading of the package. */
function parsedAfresh(text: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const file = join(folder, 'text.yaml');
    writeFileSync(file, text);
    const program = `const { readFileSync } = require('node:fs'); const { parseDocument } = require('yaml'); const text = readFileSync(${JSON.stringify(file)}, 'utf8');
      const time = () => Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]) / 1e6; const started = time(); parseDocument(text); console.log(time() - started);`;
    return Number(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' }));
  } catch {
    return Number.NaN;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
