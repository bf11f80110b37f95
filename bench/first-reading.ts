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

/** From opening a file to its first findings, beside one plain parse of the same text: by turns, so that both have the same machine. */
export async function firstReading({ name, text }: BenchTemplate): Promise<readonly Row[]> {
  const client = await startClient();
  const ours: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const uri = `file:///bench/round-${round}.yaml`;
    ours.push((await client.open(uri, text)).cpu);
    await client.close(uri);
    plain.push(parsed(text));
  }
  await client.stop();
  // The first of each warms its process.
  const [own, other] = [summarize(ours.slice(1)).p50, summarize(plain.slice(1)).p50];
  const [fresh, freshOther] = await inFreshProcesses(text);
  return [row(`first findings of ${name}, server warm`, own, other), row('  both in a fresh process', fresh, freshOther)];
}

function row(what: string, own: number, other: number): Row {
  const value = `${ms(own)} of the processor, plain \`yaml\` parse ${ms(other)}: ${(own / other).toFixed(2)}`;
  return withGoal({ what, value, limit: '', verdict: '' }, 'up to a third of the parse', Number.isNaN(own / other) ? undefined : own / other <= 1 / 3);
}

function parsed(text: string): number {
  const started = mainThreadTime(process.pid);
  parseDocument(text);
  return mainThreadTime(process.pid) - started;
}

async function inFreshProcesses(text: string): Promise<readonly [number, number]> {
  const client = await startClient();
  const { cpu } = await client.open('file:///bench/fresh.yaml', text);
  await client.stop();
  return [cpu, parsedAfresh(text)];
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
