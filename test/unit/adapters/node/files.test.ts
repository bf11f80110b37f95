import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../../src/adapters/node/clock';
import { files } from '../../../../src/adapters/node/files';

describe('files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'files-'));
  after(() => rmSync(folder, { recursive: true }));

  it('come back as they were written, in folders made on the way', async () => {
    const path = join(folder, 'a', 'b.json');
    assert.deepEqual(await files.write(path, 'é\r\n'), { ok: true, value: undefined });
    assert.deepEqual(await files.read(path), { ok: true, value: 'é\r\n' });
    assert.deepEqual(readdirSync(join(folder, 'a')), ['b.json']);
  });

  it('that are missing or folders are a problem with the path', async () => {
    const missing = await files.read(join(folder, 'none'));
    assert.ok(!missing.ok && missing.error.code === 'notFound' && missing.error.message.includes('none'));
    mkdirSync(join(folder, 'dir'));
    const directory = await files.write(join(folder, 'dir'), 'x');
    assert.ok(!directory.ok && directory.error.code === 'unreadable' && /folder/.test(directory.error.message));
    assert.equal(readdirSync(folder).some((name) => name.endsWith('.partial')), false);
  });
});

describe('the clock', () => {
  it('stops sleeping, without an error, when the signal fires', async () => {
    const before = systemClock.now();
    await systemClock.sleep(60_000, AbortSignal.timeout(5));
    await systemClock.sleep(60_000, AbortSignal.abort());
    assert.ok(systemClock.now() - before < 5_000);
  });
});
