import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { temporaryFolder } from '../../tools/host/temporary-folder';
import { closeEditors } from './driver/editor';
import { startAfresh, ui } from './driver/fixture';
import { openView, treeItem } from './driver/views';
import { openWindow } from './driver/window';
import { valueOf, wizardAt } from './wizard-page';

describe('the ways into the wizard', function () {
  this.timeout(60_000);
  const empty = temporaryFolder('empty');
  let page: Page;

  before(async () => {
    page = await startAfresh();
    await openView(page, 'Defender Connectors');
  });
  after(empty.remove);

  it("are the button in the tree's title, for a new connector", async () => {
    await treeItem(page, /^Connector contoso-organization/).waitFor();
    const button = page.locator('.sidebar').getByRole('button', { name: /^Add AWS Account/ }).first();
    await page.locator('.sidebar .pane-header').first().hover();
    await button.click();
    await wizardAt('Account details');
    await closeEditors(page);
  });

  it('are the menu of a row, for its file', async () => {
    await treeItem(page, /^Connector contoso-organization/).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Edit in Wizard' }).click();
    const frame = await wizardAt('Account details');
    await frame.waitForFunction(() => document.querySelector<HTMLElement & { value: string }>('[data-field="name"] vscode-text-field')?.value === 'contoso-organization');
    await closeEditors(page);
  });

  it('are the link in the view of a folder without connectors', async () => {
    await openWindow(page, ui().server, empty.path);
    await openView(page, 'Defender Connectors');
    await page.locator('.sidebar').locator('a', { hasText: 'Add AWS Account' }).filter({ visible: true }).last().click();
    const frame = await wizardAt('Account details');
    assert.equal(await valueOf(frame, 'name'), '');
  });
});
