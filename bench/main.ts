import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { activationRow } from './activation';
import { detection } from './detection';
import { peerRows } from './peer-rows';
import { wallTime } from './programs';
import { megabytes, ms, table, timing, withBar, withGoal, type Row } from './rows';
import { measureServer } from './server';
import { sizeRows } from './sizes';
import { benchTemplate, type BenchTemplate } from './templates';

const small = benchTemplate(30_000);
const large = benchTemplate(900_000);
const folder = mkdtempSync(join(tmpdir(), 'bench-'));

void main();

async function main(): Promise<void> {
  try {
    execFileSync(process.execPath, ['esbuild.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
    const found = await detection();
    const rows = [...(await cliRows()), ...(await serverRows()), ...(await peerRows([small, large])), activationRow(), ...sizeRows(), ...found.rows];
    const machine = { node: process.version, processors: cpus().length };
    console.log(`Node ${machine.node}, ${machine.processors} processors, medians\n\n${table(rows)}`);
    console.log(`\n${found.lines.join('\n')}`);
    mkdirSync('out', { recursive: true });
    writeFileSync('out/bench.json', `${JSON.stringify({ ...machine, rows, detection: found.lines }, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function cliRows(): Promise<readonly Row[]> {
  const empty = await wallTime(process.execPath, ['-e', '0'], 10);
  return [timing('node alone', empty), ...(await cliRowsFor(small, 10, 3)), ...(await cliRowsFor(large, 5, 1))];
}

async function cliRowsFor(template: BenchTemplate, runs: number, peerRuns: number): Promise<readonly Row[]> {
  const file = join(folder, `${template.name.replace(' ', '')}.yaml`);
  writeFileSync(file, template.text);
  const ours = await wallTime(process.execPath, ['dist/cli.js', 'lint', file], runs);
  const peer = await wallTime('cfn-lint', [file], peerRuns);
  const row = timing(`command line, lint ${template.name}`, ours);
  const isSmall = template === small;
  const ratio = ours && peer ? peer.p50 / ours.p50 : undefined;
  const times: Row = { what: `  times faster than cfn-lint`, value: ratio === undefined ? 'not measured: cfn-lint is not installed' : ratio.toFixed(1), limit: '', verdict: '' };
  return [
    isSmall ? withBar(row, 'under 200 ms', ours && ours.p50 < 200) : row,
    timing(`  cfn-lint ${template.name}`, peer),
    isSmall ? withBar(times, 'at least 10', ratio === undefined ? undefined : ratio >= 10) : times,
  ];
}

async function serverRows(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const template of [small, large]) {
    const { coldOpen, warmOpen, edit, peakMemory } = await measureServer(template);
    const isLarge = template === large;
    const opened = timing(`server, open ${template.name} to findings`, warmOpen);
    const memory: Row = { what: `server, peak memory with ${template.name}`, value: megabytes(peakMemory), limit: '', verdict: '' };
    rows.push(
      { what: `server, first open ${template.name} in a fresh process`, value: ms(coldOpen), limit: '', verdict: '' },
      isLarge ? withGoal(opened, 'up to 150 ms', warmOpen.p50 <= 150) : opened,
      withGoal(timing(`server, edit ${template.name} to findings`, edit), isLarge ? 'up to 5 ms' : 'up to 2 ms', edit.p50 <= (isLarge ? 5 : 2)),
      isLarge ? withGoal(memory, 'up to 120 MB', peakMemory === undefined ? undefined : peakMemory <= 120e6) : memory,
    );
  }
  return rows;
}
