import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { pressDialogButton, readDialog } from './driver/dialog';
import { squiggles } from './driver/editor';
import { withServer } from './driver/fixture';
import { quickPickItems } from './driver/quick-input';
import { until } from './driver/until';
import { openView, treeItem } from './driver/views';
import { openConnector } from './deployment-page';

describe('a workspace that is not trusted', function () {
  this.timeout(120_000);

  it('is linted and listed, and offers nothing that uses credentials', () =>
    withServer({ trust: 'ask' }, async (page) => {
      await refuseTrust(page).catch(async (error: unknown) => {
        await page.screenshot({ path: 'out/screenshots/failed-restricted.png' });
        throw error;
      });
      await openConnector(page, 'with-mistakes.connector.yaml');
      await squiggles(page, 'error').first().waitFor();

      const offered = await commandsOffered(page, 'Defender Connectors: ');
      assert.ok(offered.some((label) => label.includes('Generate Template')), offered.join('\n'));
      for (const word of ['Preview', 'Deploy', 'Profile', 'Region']) {
        assert.ok(!offered.some((label) => label.includes(word)), `${word} is offered: ${offered.join('\n')}`);
      }

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

async function commandsOffered(page: Page, prefix: string): Promise<readonly string[]> {
  const input = page.locator('.quick-input-widget input[type=text]').first();
  await until(input, () => page.keyboard.press('F1'));
  await input.fill(`>${prefix}`);
  await quickPickItems(page).filter({ hasText: 'Generate Template' }).first().waitFor();
  const labels = await quickPickItems(page).allInnerTexts();
  await page.keyboard.press('Escape');
  return labels;
}
