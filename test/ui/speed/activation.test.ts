import { strict as assert } from 'node:assert';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../../tools/host/root';
import { startServer } from '../../../tools/host/server';
import { temporaryFolder } from '../../../tools/host/temporary-folder';
import { outDir, startAfresh, ui } from '../driver/fixture';
import { runCommand } from '../driver/quick-input';
import { openView } from '../driver/views';
import { openWindow } from '../driver/window';

const quietMs = 4_000;

describe('activation', function () {
  this.timeout(120_000);
  before(() => startAfresh());

  it('is quick by the clock of VS Code, and is written down for the benchmark', async () => {
    const milliseconds = await measure();
    writeFileSync(join(outDir, '..', 'host-activation.json'), JSON.stringify({ milliseconds }));
    assert.ok(milliseconds < 250, `${milliseconds} ms; the aim is 25 on a machine that does nothing else`);
  });
});

/**
 * In a window of its own, after its own extensions have started: what VS Code does at the same moment would be counted as ours.
 * So the extension, otherwise as it is, waits here for its view to be shown.
 */
async function measure(): Promise<number> {
  const patient = temporaryFolder('ext');
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(patient.path, 'package.json'), JSON.stringify(Object.assign({}, manifest, { activationEvents: [] })));
  for (const name of ['dist', 'media', 'package.nls.json']) symlinkSync(join(root, name), join(patient.path, name));
  const server = await startServer({ env: ui().cloud.env, install: [patient.path] });
  const page = await ui().browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await openWindow(page, server, ui().folder);
    await page.waitForTimeout(quietMs);
    await openView(page, 'Defender Connectors');
    await page.getByRole('treeitem', { name: /^Connector contoso/ }).first().waitFor();
    return await readActivation(page);
  } finally {
    await page.close();
    await server.stop();
    patient.remove();
  }
}

async function readActivation(page: Page): Promise<number> {
  await runCommand(page, 'Developer: Show Running Extensions');
  const row = page.locator('.runtime-extensions-editor .monaco-list-row').filter({ hasText: 'Defender Connectors' }).first();
  const text = await row.innerText();
  const [, milliseconds] = /Activation: (\d+)\s*ms/.exec(text) ?? [];
  assert.ok(milliseconds, text);
  return Number(milliseconds);
}
