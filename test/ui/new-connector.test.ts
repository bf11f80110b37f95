import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../tools/host/temporary-folder';
import { closeEditors, editorLine, squiggles } from './driver/editor';
import { startAfresh, ui } from './driver/fixture';
import { answer, runCommand } from './driver/quick-input';
import { openView, treeItem } from './driver/views';
import { openWindow } from './driver/window';

describe('a new connector file', function () {
  this.timeout(60_000);
  const empty = temporaryFolder('empty');
  before(() => startAfresh());
  after(empty.remove);

  it('is offered where there is none, and made by its name', async () => {
    const { page, server } = ui();
    await openWindow(page, server, empty.path);
    await openView(page, 'Defender Connectors');
    await page.locator('.sidebar').getByText('There is no connector file in this workspace.').waitFor();
    await page.screenshot({ path: 'out/screenshots/welcome-dark.png' });
    await page.locator('.sidebar').locator('a', { hasText: 'New Connector File' }).filter({ visible: true }).last().click();
    await answer(page, 'fabrikam');
    await page.getByRole('tab', { name: 'fabrikam.connector.yaml' }).waitFor();
    await editorLine(page, 'name: fabrikam').first().waitFor();
    assert.ok(existsSync(join(empty.path, 'fabrikam.connector.yaml')));
  });

  it('has its blanks to fill in and is checked while they are filled in', async () => {
    const { page } = ui();
    await page.keyboard.type('12');
    await editorLine(page, 'id: "12"').first().waitFor();
    await squiggles(page, 'error').first().waitFor();
    await page.keyboard.press('Control+s');
    await treeItem(page, /^Connector fabrikam/).waitFor();
  });

  it('is opened and not overwritten when there is one of that name', async () => {
    const { page } = ui();
    await closeEditors(page);
    await runCommand(page, 'Defender Connectors: New Connector File');
    await answer(page, 'fabrikam');
    await page.getByRole('tab', { name: 'fabrikam.connector.yaml' }).waitFor();
    await editorLine(page, 'id: "12"').first().waitFor();
  });
});
