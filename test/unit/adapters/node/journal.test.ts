import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileJournal } from '../../../../src/adapters/node/journal/file-journal';
import type { StackOperation } from '../../../../src/core/operation/stack-operation';
import { valueOf } from '../../../sandbox/deploy/cloud';

const operation: StackOperation = {
  id: 'defender-connectors-1',
  kind: 'update',
  target: { profile: 'p', accountId: '123456789012', callerArn: 'arn', region: 'us-east-1', stack: 'defender', connectorName: 'contoso' },
  connectorFile: null,
  stackId: 'arn:stack',
  changeSetId: 'arn:set',
  token: 'defender-connectors-1',
  planned: 2,
  begunAt: '2026-01-01T00:00:00.000Z',
  after: null,
  end: null,
};

const end: StackOperation['end'] = { at: '2026-01-01T00:01:00.000Z', result: 'succeeded', stackStatus: 'UPDATE_COMPLETE', summary: 'Updated.', outputs: [] };

describe('the journal', () => {
  let folder: string;
  beforeEach(() => void (folder = join(mkdtempSync(join(tmpdir(), 'journal-')), 'operations')));
  afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

  it('is empty before the first operation, without making a folder', async () => {
    assert.deepEqual(valueOf(await fileJournal(folder).list()), { operations: [], problems: [] });
    assert.equal(readdirSync(join(folder, '..')).length, 0);
  });

  it('gives back what was written, newest first, for its owner only', async () => {
    const journal = fileJournal(folder);
    const later = { ...operation, id: 'later', begunAt: '2026-01-02T00:00:00.000Z', end };
    const previous = { template: '{}', parameters: [{ key: 'A', value: 'b' }] };
    const event = { id: 'e', at: '2026-01-01T00:00:00.000Z', logicalId: 'A', physicalId: null, type: 't', status: 's', reason: null, token: null };
    valueOf(await journal.write(operation));
    valueOf(await journal.write(later));
    valueOf(await journal.keepPrevious('later', previous));
    valueOf(await journal.keepEvents('later', [event]));
    assert.deepEqual(valueOf(await journal.list()).operations, [later, operation]);
    assert.deepEqual(valueOf(await journal.read('later')), later);
    assert.deepEqual(valueOf(await journal.previous('later')), previous);
    assert.deepEqual(valueOf(await journal.events('later')), [event]);
    assert.equal(valueOf(await journal.previous(operation.id)), null);
    valueOf(await journal.remove('later'));
    assert.deepEqual(readdirSync(folder), [`${operation.id}.json`]);
  });

  it('sets aside what is cut off, forged or none of ours, and tells each in one sentence', async () => {
    const journal = fileJournal(folder);
    valueOf(await journal.write(operation));
    const hostile = {
      empty: '',
      half: JSON.stringify(operation).slice(0, 100),
      list: '[]',
      other: JSON.stringify({ ...operation, kind: 'explode' }),
      renamed: JSON.stringify(operation),
      path: JSON.stringify({ ...operation, id: '../../path' }),
      day: JSON.stringify({ ...operation, id: 'day', begunAt: 'soon' }),
      proto: `{"__proto__":${JSON.stringify({ ...operation, id: 'proto' })}}`,
      binary: '\u0000\uffff'.repeat(1_000),
    };
    for (const [name, text] of Object.entries(hostile)) writeFileSync(join(folder, `${name}.json`), text);
    symlinkSync('/dev/zero', join(folder, 'endless.json'));
    mkdirSync(join(folder, 'folder.json'));
    const { operations, problems } = valueOf(await journal.list());
    assert.deepEqual(operations, [operation]);
    assert.equal(problems.length, Object.keys(hostile).length + 2);
    for (const { message } of problems) assert.match(message, /^The note of operation [a-z]+ in the journal cannot be read; it was set aside in .*set-aside\.$/);
    assert.equal(readdirSync(join(folder, 'set-aside')).length, problems.length);
    assert.equal(valueOf(await journal.list()).problems.length, 0, 'told once');
  });

  it('takes no path for an id', async () => {
    const read = await fileJournal(folder).read('../secret');
    assert.equal(!read.ok && read.error.code, 'unreadable');
  });

  it('takes what a later version adds', async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, `${operation.id}.json`), JSON.stringify({ ...operation, more: 1 }));
    assert.equal(valueOf(await fileJournal(folder).list()).operations.length, 1);
  });

  it('says so when it cannot be written', async () => {
    writeFileSync(folder, 'a file');
    const written = await fileJournal(folder).write(operation);
    assert.match(written.ok ? '' : written.error.message, /^The journal of deployments in .* cannot be used: /);
  });

  it('forgets the oldest that have ended, and never one that runs', async () => {
    const journal = fileJournal(folder);
    mkdirSync(folder);
    const numbered = (index: number) => ({ ...operation, id: `o${index}`, begunAt: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(), end });
    for (let index = 0; index < 104; index++)
      writeFileSync(join(folder, `o${index}.json`), JSON.stringify({ ...numbered(index), end: index === 0 ? null : end }));
    valueOf(await journal.write(numbered(104)));
    const ids = valueOf(await journal.list()).operations.map(({ id }) => id);
    assert.deepEqual([ids.length, ids[0], ids.at(-1)], [101, 'o104', 'o0']);
    assert.ok(!ids.includes('o1'));
  });

  describe('lets one follow an operation', () => {
    const claim = async () => valueOf(await fileJournal(folder).claim('o'));
    const ages = (name: string) => utimesSync(join(folder, name), new Date(Date.now() - 60_000), new Date(Date.now() - 60_000));

    it('and another one after it', async () => {
      const first = await claim();
      assert.equal(await claim(), null);
      await first?.release();
      const second = await claim();
      assert.ok(second);
      await second.release();
      assert.deepEqual(readdirSync(folder), []);
    });

    it('of many that ask at once', async () => {
      for (let round = 0; round < 20; round++) {
        const leases = (await Promise.all(Array.from({ length: 8 }, claim))).filter((lease) => lease !== null);
        assert.ok(leases.length <= 1, String(leases.length));
        for (const lease of leases) await lease.release();
      }
    });

    it('and lets another take over when it has fallen silent, which it then learns', async () => {
      const silent = valueOf(await fileJournal(folder, 50).claim('o'));
      ages('o.lease.1');
      const taker = await claim();
      assert.ok(taker, 'taken over');
      assert.equal(await claim(), null);
      await new Promise((resolve) => silent?.lost.addEventListener('abort', resolve));
      await silent?.release();
      assert.equal(await claim(), null, 'the silent one released its own file only');
      await taker.release();
    });

    it('also when its time lies in the future', async () => {
      await claim();
      const future = new Date(Date.now() + 3_600_000);
      utimesSync(join(folder, 'o.lease.1'), future, future);
      assert.ok(await claim());
      assert.ok(readdirSync(folder).includes('o.lease.2'));
    });

    it('and knows at once that the process of another is gone', async () => {
      await claim();
      const { pid = 0 } = spawnSync(process.execPath, ['-e', '0']);
      writeFileSync(join(folder, 'o.lease.1'), `${hostname()} ${process.pid}`);
      assert.equal(await claim(), null);
      writeFileSync(join(folder, 'o.lease.1'), `${hostname()} ${pid}`);
      assert.ok(await claim());
    });

    it('and leaves nothing of one that was killed when the operation had ended', async () => {
      const journal = fileJournal(folder);
      const { pid = 0 } = spawnSync(process.execPath, ['-e', '0']);
      for (const note of [{ ...operation, id: 'ended', end }, { ...operation, id: 'open' }]) {
        valueOf(await journal.write(note));
        writeFileSync(join(folder, `${note.id}.lease.1`), `${hostname()} ${pid}`);
      }
      valueOf(await journal.list());
      assert.deepEqual(readdirSync(folder).filter((name) => name.includes('lease')), ['open.lease.1']);
    });
  });
});
