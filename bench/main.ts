import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { activationRow } from './activation';
import { azureRows } from './azure';
import { detection } from './detection';
import { followingRows } from './following';
import { peerRows } from './peer-rows';
import { wallTime } from './programs';
import { table, timing, withBar, type Row } from './rows';
import { serverRows } from './server-rows';
import { sizeRows } from './sizes';
import { wizardRows } from './wizard';
import { benchTemplate, type BenchTemplate } from './templates';

const small = benchTemplate(30_000);
const large = benchTemplate(900_000);
const folder = mkdtempSync(join(tmpdir(), 'bench-'));

void main();

async function main(): Promise<void> {
  try {
    execFileSync(process.execPath, ['esbuild.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
    const [load = 0] = loadavg();
    const found = await detection();
    const rows = [...(await cliRows()), ...(await serverRows(small, large)), ...(await wizardRows()), ...(await peerRows([small, large])), ...(await followingRows()), activationRow(), ...sizeRows(), ...(await azureRows()), ...found.rows];
    const machine = { node: process.version, processors: cpus().length };
    // What else runs lengthens every time by the clock; times of the processor, and ratios of one run, much less.
    const busy = load > machine.processors / 2 ? `; the machine is busy (load ${load.toFixed(1)}): times of the processor and ratios count` : '';
    console.log(`Node ${machine.node}, ${machine.processors} processors, medians${busy}\n\n${table(rows)}`);
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
