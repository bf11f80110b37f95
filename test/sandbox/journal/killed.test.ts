import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { buildSync } from 'esbuild';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileJournal } from '../../../src/adapters/node/journal/file-journal';
import { profileFiles } from '../../../sandbox/profiles';
import { startSandbox, type FaultRule, type Sandbox } from '../../../sandbox/start-sandbox';
import { useAwsFiles } from '../../unit/adapters/aws/aws-files';
import { account, roleResource, template, valueOf } from '../deploy/cloud';
import type { Task } from './operating-process';

const program = 'out/test/operating-process.cjs';

/** Real processes with real clients, killed by the system at one point each, and a second one that comes back. */
describe('an operation whose process is killed', function () {
  this.timeout(60_000);

  let sandbox: Sandbox;
  let restore: () => void;
  let folder: string;
  before(() => {
    const entry = 'test/sandbox/journal/operating-process.ts';
    buildSync({ entryPoints: [entry], outfile: program, bundle: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'error' });
  });
  beforeEach(async () => {
    sandbox = await startSandbox({ clock: { msPerStep: 60 } });
    restore = useAwsFiles(profileFiles(sandbox));
    folder = mkdtempSync(join(tmpdir(), 'killed-'));
  });
  afterEach(async () => {
    restore();
    await sandbox.stop();
    rmSync(folder, { recursive: true });
  });

  const start = (task: Task) => {
    const child = spawn(process.execPath, [program, folder, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'pipe'] });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
    return { child, output, ended };
  };
  const finish = async (task: Task): Promise<readonly string[]> => {
    const { output, ended } = start(task);
    assert.equal(await ended, 0, output.stderr);
    return JSON.parse(output.stdout) as string[];
  };
  const sent = (operation: string) =>
    sandbox.requests().filter((request) => request.operation === `cloudformation.${operation}` && request.status === 200 && !request.errorCode).length;
  const stack = () => sandbox.state.stack(account, 'defender');

  /** Kills the process when the point has come; false when it ended before. */
  async function killAt(task: Task, isThere: () => boolean): Promise<boolean> {
    const { child, output, ended } = start(task);
    let over = false;
    void ended.then(() => (over = true));
    while (!over && !isThere()) await new Promise((resolve) => setTimeout(resolve, 2));
    if (!over) child.kill('SIGKILL');
    const code = await ended;
    assert.ok(code === null || code === 0, output.stderr);
    return code === null;
  }

  async function comeBack(): Promise<readonly string[]> {
    sandbox.faults.clear();
    const results = await finish({ do: 'pickUp' });
    const { operations, problems } = valueOf(await fileJournal(folder).list());
    assert.deepEqual(problems, []);
    assert.ok(operations.every(({ end }) => end !== null), 'every operation of the journal has ended');
    if (existsSync(folder)) assert.deepEqual(readdirSync(folder).filter((name) => name.includes('lease')), []);
    return results;
  }

  /** The process waits for an answer to its nth request, that AWS never saw. */
  const atRequest = async (number: number, task: Task, already = ofClient().length): Promise<boolean> => {
    sandbox.faults.add({ match: clientOnly.source, do: 'hang', skip: number - 1, times: 1 });
    return killAt(task, () => ofClient().length >= already + number);
  };
  /** A fault on `iam` would strike inside the stack as well. */
  const clientOnly = /(sts|cloudformation)\..*/;
  const ofClient = () => sandbox.requests().filter(({ operation }) => clientOnly.test(operation));

  const deploy: Task = { do: 'deploy', body: template() };
  const points = Array.from({ length: 20 }, (_, index) => index + 1);

  for (const number of points)
    it(`creating a stack, at request ${number}, comes to its end`, async () => {
      assert.ok(await atRequest(number, deploy), 'it was killed');
      const begun = stack()?.token !== undefined;
      const noted = existsSync(folder) && readdirSync(folder).some((name) => /^defender-connectors-[^.]*\.json$/.test(name));
      const results = await comeBack();
      assert.ok(noted || !begun, 'what began was noted before');
      assert.deepEqual(results, noted ? [begun ? 'succeeded' : 'notBegun'] : []);
      assert.equal(sent('ExecuteChangeSet'), begun ? 1 : 0);
      if (begun) assert.equal(stack()?.status, 'CREATE_COMPLETE');
      if (number % 4 !== 0) return;
      // Whatever was left, the next deployment takes it from there.
      assert.deepEqual(await finish(deploy), [begun ? 'unchanged' : 'succeeded']);
      assert.equal(sent('ExecuteChangeSet'), 1);
      assert.equal(sandbox.state.account(account).stacks.filter(({ deleted }) => !deleted).length, 1);
    });

  it('with its request carried out and the answer lost, comes to its end', async () => {
    const lost: FaultRule = { match: 'cloudformation.ExecuteChangeSet', do: 'lostAnswer', times: 1 };
    sandbox.faults.add(lost);
    sandbox.faults.add({ match: 'cloudformation.ExecuteChangeSet', do: 'hang', skip: 1 });
    const executions = () => sandbox.requests().filter(({ operation }) => operation === 'cloudformation.ExecuteChangeSet').length;
    assert.ok(await killAt(deploy, () => executions() === 2));
    assert.deepEqual(await comeBack(), ['succeeded']);
    assert.equal(stack()?.status, 'CREATE_COMPLETE');
  });

  for (const [what, isThere] of [
    ['its note was written', () => readdirSync(folder).some((name) => /^defender-connectors-[^.]*\.json$/.test(name))],
    ['its end was being noted', () => readdirSync(folder).some((name) => name.includes('.events.json'))],
  ] as const)
    it(`when ${what}, comes to its end`, async () => {
      await killAt(deploy, isThere);
      const results = await comeBack();
      assert.ok(['succeeded', 'notBegun', undefined].includes(results[0]), String(results));
      assert.ok(sent('ExecuteChangeSet') <= 1);
      sandbox.clock.runAll();
      assert.equal(stack()?.status, sent('ExecuteChangeSet') === 1 ? 'CREATE_COMPLETE' : 'DELETE_COMPLETE');
    });

  for (const number of [11, 14, 17, 20])
    it(`updating a stack, at request ${number}, comes to its end and knows what was before`, async () => {
      await finish(deploy);
      const before = sent('ExecuteChangeSet');
      const update: Task = { do: 'deploy', body: template({ more: { Second: roleResource('Second') } }) };
      assert.ok(await atRequest(number, update), 'it was killed');
      const results = await comeBack();
      const executed = sent('ExecuteChangeSet') - before;
      assert.ok(executed <= 1);
      assert.equal(stack()?.status, executed ? 'UPDATE_COMPLETE' : 'CREATE_COMPLETE');
      const [operation] = valueOf(await fileJournal(folder).list()).operations;
      if (results.length === 0) return;
      assert.equal(operation?.end?.result, executed ? 'succeeded' : 'notBegun');
      assert.deepEqual(JSON.parse(valueOf(await fileJournal(folder).previous(operation?.id ?? ''))?.template ?? ''), template());
    });

  for (const number of [11, 13, 15, 17])
    it(`importing into a stack, at request ${number}, comes to its end and leaves the role as it was`, async () => {
      const Statement = [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }];
      const role = structuredClone(sandbox.seed.role(account, { name: 'CspmMonitorAws', trust: { Version: '2012-10-17', Statement } }));
      const importing: Task = { do: 'deploy', body: template(), resolutions: { Role: { kind: 'import' } } };
      assert.ok(await atRequest(number, importing), 'it was killed');
      const begun = stack()?.token !== undefined && stack()?.status.startsWith('IMPORT_');
      const results = await comeBack();
      assert.deepEqual(results, results.length === 0 ? [] : [begun ? 'succeeded' : 'notBegun']);
      assert.equal(sent('ExecuteChangeSet'), begun ? 1 : 0);
      if (begun) assert.equal(stack()?.status, 'IMPORT_COMPLETE');
      assert.deepEqual(sandbox.state.role(account, 'CspmMonitorAws'), role);
    });

  for (const number of [1, 4, 5, 6, 8])
    it(`deleting a stack, at request ${number}, comes to its end`, async () => {
      await finish(deploy);
      const task: Task = { do: 'delete', stackId: stack()?.id ?? '' };
      assert.ok(await atRequest(number, task), 'it was killed');
      const begun = stack()?.status !== 'CREATE_COMPLETE';
      const results = await comeBack();
      if (results.length > 0) assert.deepEqual(results, [begun ? 'succeeded' : 'notBegun']);
      assert.equal(stack()?.status, begun ? 'DELETE_COMPLETE' : 'CREATE_COMPLETE');
      assert.ok(sent('DeleteStack') <= 1);
    });
});
