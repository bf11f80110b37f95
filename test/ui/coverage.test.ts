import { strict as assert } from 'node:assert';
import type { Frame } from 'playwright-core';
import { violations } from './deployment-page';
import { startAfresh, ui } from './driver/fixture';
import { runCommand } from './driver/quick-input';
import { screenshot, screenshotInEveryTheme, setTheme } from './driver/screenshot';
import { themeNames } from './driver/themes';
import { openView } from './driver/views';
import { webviewFrame } from './driver/webview';

const coveragePage = (): Promise<Frame> => webviewFrame(ui().page, '#page h1:has-text("Coverage")');

describe('coverage in the editor', function () {
  this.timeout(120_000);
  before(() => startAfresh());

  it('shows which plans cover which accounts, without a violation in any theme', async () => {
    const { page } = ui();
    await openView(page, 'Defender Connectors');
    await runCommand(page, 'Defender Connectors: Show Coverage');
    const frame = await coveragePage();
    await frame.locator('.chart li.plan', { hasText: 'Foundational CSPM' }).waitFor({ timeout: 30_000 });
    await frame.locator('tbody tr', { hasText: '123456789012' }).first().waitFor();
    for (const theme of themeNames) {
      await setTheme(theme);
      assert.deepEqual(await violations(frame), [], theme);
    }
    await screenshotInEveryTheme('coverage');
  });

  it('filters by what is typed and by a bar, and takes the filter back', async () => {
    const frame = await coveragePage();
    const rows = frame.locator('tbody tr');
    const all = await rows.count();
    await frame.getByLabel('Account, name or place').fill('no such account');
    await frame.getByText(/^0 of \d+ accounts/).first().waitFor();
    assert.equal(await rows.count(), 0);
    await frame.getByRole('button', { name: 'Clear filter' }).click();
    await rows.nth(all - 1).waitFor();
    await frame.locator('.chart li', { hasText: 'Servers' }).first().getByRole('button', { name: /^With:/ }).click();
    await frame.getByText(/^Accounts with /).waitFor();
    await frame.getByRole('button', { name: 'Clear filter' }).click();
    await rows.nth(all - 1).waitFor();
  });

  it('loses nothing in a narrow window', async () => {
    const { page } = ui();
    const frame = await coveragePage();
    await page.setViewportSize({ width: 640, height: 800 });
    try {
      const [content, width] = await frame.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const);
      assert.ok(content <= width, `${content} px of content in ${width} px`);
      await screenshot('coverage-narrow', 'light');
    } finally {
      await page.setViewportSize({ width: 1280, height: 800 });
    }
  });
});
