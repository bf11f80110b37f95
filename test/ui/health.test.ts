import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { openConnector, violations } from './deployment-page';
import { startAfresh, ui } from './driver/fixture';
import { pick, quickPickItems, runCommand } from './driver/quick-input';
import { screenshot, screenshotInEveryTheme, setTheme } from './driver/screenshot';
import { themeNames } from './driver/themes';
import { openView, treeItem } from './driver/views';
import { webviewFrame } from './driver/webview';

const healthPage = (): Promise<Frame> => webviewFrame(ui().page, '#page h1:has-text("Health of")');

describe('the health of a connector in the editor', function () {
  this.timeout(120_000);
  before(async () => {
    await startAfresh();
    const { folder } = ui();
    const text = readFileSync(join(folder, 'contoso-development.connector.yaml'), 'utf8');
    writeFileSync(join(folder, 'contoso-checked.connector.yaml'), text.replace('name: contoso-development', 'name: contoso-checked'));
  });

  it('asks for a profile also where the page opens with the question, and takes the focus', async () => {
    const { page } = ui();
    await openView(page, 'Defender Connectors');
    await openConnector(page, 'contoso-development.connector.yaml');
    await runCommand(page, 'Defender Connectors: Verify Now');
    await (await healthPage()).locator('.state .tag', { hasText: 'Unknown' }).waitFor();
    await page.waitForTimeout(1_000); // the focus comes after the page
    await quickPickItems(page).filter({ hasText: 'sandbox-single' }).waitFor({ timeout: 5_000 });
    await page.keyboard.press('Escape');
    await runCommand(page, 'View: Close All Editors');
  });

  it('is unknown until somebody looks', async () => {
    const { page } = ui();
    await openView(page, 'Defender Connectors');
    await openConnector(page, 'contoso-checked.connector.yaml');
    await runCommand(page, 'Defender Connectors: Show Health');
    const frame = await healthPage();
    await frame.locator('.state .tag', { hasText: 'Unknown' }).waitFor();
    await frame.getByText('Nobody has looked for issues yet.').waitFor();
    assert.deepEqual(await violations(frame), []);
  });

  it('is verified in AWS with a chosen profile, and every issue says what to do', async () => {
    const { page } = ui();
    const frame = await healthPage();
    await frame.getByRole('button', { name: 'Verify now' }).click();
    await pick(page, 'sandbox-single');
    await frame.locator('.state .tag', { hasText: 'Unhealthy' }).waitFor({ timeout: 60_000 });
    const issues = frame.locator('article[aria-labelledby^="issue-"]');
    assert.ok((await issues.count()) > 0);
    for (const text of await issues.allInnerTexts()) assert.match(text, /What to do/);
    for (const theme of themeNames) {
      await setTheme(theme);
      assert.deepEqual(await violations(frame), [], theme);
    }
    await frame.locator('h1').click();
    await screenshotInEveryTheme('health');
  });

  it('is the same in the tree, in words, with a count in the status bar', async () => {
    const { page } = ui();
    await treeItem(page, /^Connector contoso-checked, .*checks failed/).waitFor();
    await page.locator('.statusbar').getByRole('button', { name: /connectors? (?:is|are) not healthy/ }).waitFor();
  });

  it('loses nothing in a window as narrow as one at 200 % zoom', async () => {
    const { page } = ui();
    const frame = await healthPage();
    await page.setViewportSize({ width: 640, height: 800 });
    try {
      const [content, width] = await frame.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const);
      assert.ok(content <= width, `${content} px of content in ${width} px`);
      await screenshot('health-narrow', 'light');
    } finally {
      await page.setViewportSize({ width: 1280, height: 800 });
    }
  });
});
