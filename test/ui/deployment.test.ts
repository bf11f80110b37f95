import { strict as assert } from 'node:assert';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { readDialog, pressDialogButton } from './driver/dialog';
import { closeEditors } from './driver/editor';
import { startAfresh, ui } from './driver/fixture';
import { clearNotifications } from './driver/notifications';
import { answer } from './driver/quick-input';
import { screenshot, screenshotInEveryTheme, setTheme } from './driver/screenshot';
import { themeNames } from './driver/themes';
import { openView, treeItem } from './driver/views';
import { webviewFrame } from './driver/webview';
import { openConnector, pageShowing, previewWith, violations } from './deployment-page';

describe('deploying from the editor', function () {
  this.timeout(120_000);
  before(() => startAfresh());
  afterEach(() => clearNotifications(ui().page));

  it('stops when the profile belongs to another account', async () => {
    const { page } = ui();
    await openConnector(page, 'contoso-development.connector.yaml');
    await previewWith(page, 'sandbox-other');
    const frame = await pageShowing('Stopped: the profile belongs to another account');
    assert.match(await frame.locator('#page').innerText(), /345678901234[\s\S]*123456789012|123456789012[\s\S]*345678901234/);
    assert.equal(await frame.getByRole('button', { name: /Deploy/ }).count(), 0);
    await settle(page);
    await screenshot('deployment-wrong-account', 'dark');
    await closeEditors(page);
  });

  it('shows what would change, without a violation in any theme', async () => {
    const { page } = ui();
    await openConnector(page, 'contoso-development.connector.yaml');
    await previewWith(page, 'sandbox-single');
    const frame = await pageShowing('What changes');
    await frame.locator('table tbody tr', { hasText: 'CspmMonitorAws' }).first().waitFor();
    for (const theme of themeNames) {
      await setTheme(theme);
      assert.deepEqual(await violations(frame), [], theme);
    }
    await settle(page);
    await screenshotInEveryTheme('deployment-preview');
  });

  it('fits a window as narrow as one at 200 % zoom', async () => {
    const { page } = ui();
    const frame = await pageShowing('What changes');
    await page.setViewportSize({ width: 640, height: 800 });
    try {
      const [content, width] = await frame.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const);
      assert.ok(content <= width, `${content} px of content in ${width} px`);
      await settle(page);
      await screenshot('deployment-narrow', 'light');
    } finally {
      await page.setViewportSize({ width: 1280, height: 800 });
    }
  });

  it('deploys after a native question that names account, region and stack, and shows the outputs', async () => {
    const { page } = ui();
    const frame = await pageShowing('What changes');
    await frame.getByRole('button', { name: 'Deploy…' }).click();
    const { message, buttons } = await readDialog(page);
    for (const word of ['defender-for-cloud', '123456789012', 'us-east-1']) assert.ok(message.includes(word), message);
    assert.ok(buttons.includes('Create stack'), buttons.join(', '));
    await page.screenshot({ path: 'out/screenshots/deployment-question-dark.png' });
    await pressDialogButton(page, 'Create stack');
    const running = await pageShowing('Running');
    await running.locator('table tbody tr').nth(3).waitFor();
    assert.deepEqual(await violations(running), []);
    await settle(page);
    await screenshotInEveryTheme('deployment-running');
    const done = await pageShowing('Deployed', 60_000);
    assert.ok((await done.locator('table').first().locator('tbody tr').count()) > 3);
    for (const theme of themeNames) {
      await setTheme(theme);
      assert.deepEqual(await violations(done), [], theme);
    }
    await settle(page);
    await screenshotInEveryTheme('deployment-done');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await done.getByRole('button', { name: 'Copy outputs' }).click();
    await done.getByRole('button', { name: 'Copied' }).waitFor();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('CspmMonitorRoleArn=arn:aws:iam::123456789012:role/CspmMonitorAws'));
  });

  it('is then healthy in the tree', async () => {
    await openView(ui().page, 'Defender Connectors');
    await treeItem(ui().page, /^Connector contoso-development, .*The stack is deployed/).waitFor();
  });

  it('says that nothing changes when nothing does', async () => {
    const { page } = ui();
    await closeEditors(page);
    await openConnector(page, 'contoso-development.connector.yaml');
    await previewWith(page, 'sandbox-single');
    const frame = await pageShowing('What changes');
    await frame.getByText('No changes. The stack is up to date.').first().waitFor();
    assert.equal(await frame.getByRole('button', { name: 'Deploy…' }).count(), 0);
  });

  it('shows who gains and loses what, and takes an update back when it is cancelled', async () => {
    const { page, folder } = ui();
    await closeEditors(page);
    const file = join(folder, 'contoso-development.connector.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('access: leastPrivilege', 'access: default').replace(/  template: .*\n/, ''));
    rmSync(join(folder, 'contoso-development.template.json'));
    await openConnector(page, 'contoso-development.connector.yaml');
    await previewWith(page, 'sandbox-single');
    const frame = await pageShowing('Permissions and trust');
    const role = frame.locator('section', { hasText: 'Actions added' }).first();
    await role.locator('summary').first().click();
    await role.scrollIntoViewIfNeeded();
    assert.deepEqual(await violations(frame), []);
    await settle(page);
    await screenshotInEveryTheme('deployment-permissions');

    await frame.getByRole('button', { name: 'Deploy…' }).click();
    await pressDialogButton(page, 'Update stack');
    const running = await pageShowing('Running');
    await running.getByRole('button', { name: 'Cancel update…' }).click();
    assert.match((await readDialog(page)).message, /Cancel the update of stack defender-for-cloud in AWS account 123456789012, region us-east-1/);
    await pressDialogButton(page, 'Cancel update');
    await pageShowing('Cancelled', 60_000);
    writeFileSync(file, text);
  });

  it('is still there after the window was reloaded, and says that it is old', async () => {
    const { page } = ui();
    await page.reload();
    const frame = await webviewFrame(page, '#page h1');
    await frame.locator('#page').getByText('This page is from an earlier window.').waitFor();
    await frame.getByRole('button', { name: 'Preview again' }).waitFor();
  });

  it('leaves AWS alone when the question is answered with no', async () => {
    const { page } = ui();
    await closeEditors(page);
    await openConnector(page, 'contoso-organization.connector.yaml');
    await previewWith(page, 'sandbox-management', 'Defender Connectors: Deploy');
    await readDialog(page);
    await pressDialogButton(page, 'Cancel');
    const frame = await pageShowing('What changes');
    await frame.getByRole('button', { name: 'Deploy…' }).waitFor();
  });

  it('shows what it looked at, and lets what is in the way be chosen about', async () => {
    const { page, cloud, folder } = ui();
    await closeEditors(page);
    const text = readFileSync(join(folder, 'contoso-organization.connector.yaml'), 'utf8').replace(/  template: .*\n/, '');
    writeFileSync(join(folder, 'taken.connector.yaml'), `${text}\nroles: { cspmMonitor: Taken }\n`);
    cloud.sandbox.seed.role('210987654321', { name: 'Taken', trust: trustNobody });
    await openConnector(page, 'taken.connector.yaml');
    await previewWith(page, 'sandbox-management');
    const refused = await pageShowing('Stopped');
    await refused.getByText('Checked before any change').waitFor();
    for (const theme of themeNames) {
      await setTheme(theme);
      assert.deepEqual(await violations(refused), [], theme);
    }
    await settle(page);
    await screenshotInEveryTheme('deployment-conflict');
    await refused.getByRole('button', { name: 'Another name…' }).click();
    await answer(page, 'Free');
    const frame = await pageShowing('What changes');
    await frame.locator('table tbody tr', { hasText: 'Free' }).first().waitFor();
    await frame.locator('summary', { hasText: 'Checked before any change' }).click();
    assert.deepEqual(await violations(frame), []);
    await settle(page);
    await screenshot('deployment-checked', 'dark');
    rmSync(join(folder, 'taken.connector.yaml'));
  });

  it('updates by the keyboard alone, and shows the first cause when it fails', async () => {
    const { page, cloud, folder } = ui();
    await closeEditors(page);
    rmSync(join(folder, 'contoso-organization.template.json'), { force: true });
    await openConnector(page, 'contoso-organization.connector.yaml');
    await previewWith(page, 'sandbox-management');
    const frame = await pageShowing('What changes');
    // Somebody is quicker: before the preview it would have been seen.
    cloud.sandbox.seed.role('210987654321', { name: 'CspmMonitorAws', trust: trustNobody });
    await tabTo(page, frame, 'Deploy…');
    await page.keyboard.press('Enter');
    await readDialog(page);
    await page.keyboard.press('Enter'); // the first button has the focus
    const done = await pageShowing('Failed', 60_000);
    const text = await done.locator('#page').innerText();
    assert.match(text, /First cause/);
    assert.match(text, /CspmMonitor/);
    assert.match(text, /already exists/);
    assert.deepEqual(await violations(done), []);
    await settle(page);
    await screenshotInEveryTheme('deployment-failed');
  });
});

/** Moves the mouse away from what would show a tooltip. */
const settle = (page: Page): Promise<void> => page.mouse.move(800, 640);

/** Presses Tab until the button with this name has the focus. */
async function tabTo(page: Page, frame: Frame, name: string): Promise<void> {
  await frame.locator('h1').focus();
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await frame.evaluate(() => document.activeElement?.textContent)) === name) return;
  }
  throw new Error(`Tab does not reach "${name}".`);
}

const trustNobody = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Principal: { AWS: '210987654321' }, Action: 'sts:AssumeRole' }],
};
