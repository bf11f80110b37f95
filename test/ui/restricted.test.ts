import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { pressDialogButton, readDialog } from './driver/dialog';
import { squiggles } from './driver/editor';
import { startAfresh, withServer } from './driver/fixture';
import { quickPickItems } from './driver/quick-input';
import { until } from './driver/until';
import { openView, treeItem } from './driver/views';
import { openConnector } from './deployment-page';

describe('a workspace that is not trusted', function () {
  this.timeout(120_000);
  before(() => startAfresh());

  it('is linted and listed, and offers nothing that uses credentials', () =>
    withServer({ trust: 'ask' }, async (page) => {
      await refuseTrust(page).catch(async (error: unknown) => {
        await page.screenshot({ path: 'out/screenshots/failed-restricted.png' });
        throw error;
      });
      await openConnector(page, 'with-mistakes.connector.yaml');
      await squiggles(page, 'error').first().waitFor();

      const input = page.locator('.quick-input-widget input[type=text]').first();
      await until(input, () => page.keyboard.press('F1'));
      assert.ok(await isOffered(page, 'Generate Template'));
      for (const title of ['Preview Deployment', 'Deploy', 'Choose AWS Profile', 'Choose Stack Region', 'Verify Now', 'Delete Stack', 'Sign in to Azure']) {
        assert.ok(!(await isOffered(page, title)), `${title} is offered`);
      }
      assert.ok(await isOffered(page, 'Generate Template'), 'the list still answers');
      await page.keyboard.press('Escape');

      await openView(page, 'Defender Connectors');
      const row = treeItem(page, /^Connector contoso-development/);
      await row.hover();
      await row.getByRole('button', { name: 'Generate Template' }).waitFor();
      assert.equal(await row.getByRole('button', { name: /Deploy/ }).count(), 0);
    }));
});

/** VS Code asks at once, or starts restricted without a question. */
async function refuseTrust(page: Page): Promise<void> {
  await page.bringToFront();
  const restricted = page.getByText('Restricted Mode').first();
  const dialog = page.locator('.monaco-dialog-box');
  await restricted.or(dialog).first().waitFor({ timeout: 30_000 });
  if (await dialog.isVisible()) {
    const no = (await readDialog(page)).buttons.find((label) => label.startsWith('No'));
    assert.ok(no);
    await pressDialogButton(page, no);
  }
  await restricted.waitFor();
}

/** Whether the palette, which is open, has this command. A list that has none of a name answers with what is like it, or with nothing. */
async function isOffered(page: Page, title: string): Promise<boolean> {
  await page.locator('.quick-input-widget input[type=text]').first().fill(`>Defender Connectors: ${title}`);
  const row = quickPickItems(page).filter({ has: page.getByText(`Defender Connectors: ${title}`, { exact: true }) }).first();
  return row.waitFor({ timeout: 3_000 }).then(() => true, () => false);
}
