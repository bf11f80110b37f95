import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openConnector, pageShowing, previewWith, violations } from './deployment-page';
import { allowClipboard, copied } from './driver/clipboard';
import { pressDialogButton, readDialog } from './driver/dialog';
import { closeEditors } from './driver/editor';
import { startAfresh, ui } from './driver/fixture';
import { pick, runCommand } from './driver/quick-input';
import { screenshot, screenshotInEveryTheme } from './driver/screenshot';
import { expand, inlineAction, openView, treeItem, walkTo } from './driver/views';
import { webviewFrame } from './driver/webview';
import { openWindow } from './driver/window';

describe('the Deployments view', function () {
  this.timeout(120_000);

  let page: Page;
  before(async () => {
    page = await startAfresh({ msPerStep: 300 });
  });

  const executed = () => ui().cloud.sandbox.requests().filter(({ operation }) => operation === 'cloudformation.ExecuteChangeSet').length;
  const deployments = async () => {
    await openView(page, 'Defender Connectors');
    await page.mouse.move(800, 700);
  };
  it('says that nothing was deployed yet', async () => {
    await openConnector(page, 'contoso-development.connector.yaml');
    await deployments();
    await page.locator('.sidebar').getByText('Nothing was deployed from this workspace yet.').waitFor();
    await screenshot('deployments-empty', 'dark');
  });

  it('picks a deployment up that ran when its window was closed, and begins no second one', async () => {
    await previewWith(page, 'sandbox-single');
    const preview = await pageShowing('What changes');
    await preview.getByRole('button', { name: 'Deploy…' }).click();
    await readDialog(page);
    await pressDialogButton(page, 'Create stack');
    const running = await pageShowing('Running');
    await running.locator('table tbody tr').nth(2).waitFor();
    assert.equal(executed(), 1);
    await openWindow(page, ui().server, ui().folder); // closes the one before
    await openConnector(page, 'contoso-development.connector.yaml');
    await deployments();
    await treeItem(page, /^Creation of stack defender-for-cloud, (running, \d+ of \d+ resources|succeeded)/).waitFor({ timeout: 60_000 });
    await page.mouse.move(800, 700);
    await screenshot('deployments-running', 'dark');
    await treeItem(page, /^Creation of stack defender-for-cloud, succeeded after /).waitFor({ timeout: 90_000 });
    assert.equal(executed(), 1);
  });

  it('shows the events, and the page of what has ended', async () => {
    await closeEditors(page);
    await expand(page, /^Creation of stack/);
    await treeItem(page, /^\w+, CREATE_COMPLETE, /).waitFor();
    await page.mouse.move(800, 700);
    await screenshotInEveryTheme('deployments');
    await inlineAction(page, /^Creation of stack/, 'Open Deployment');
    const frame = await pageShowing('Deployed');
    assert.match(await frame.locator('#page').innerText(), /CspmMonitorRoleArn/);
    assert.deepEqual(await violations(frame), []);
  });

  it('copies a deployment, and exports it into a file', async () => {
    await allowClipboard(page);
    await runCommand(page, 'Defender Connectors: Copy Deployment as Markdown');
    await pick(page, 'Creation of stack defender-for-cloud');
    await page.locator('.statusbar').getByText('Deployment copied as Markdown.').waitFor();
    const markdown = await copied(page);
    assert.match(markdown, /Creation of stack defender-for-cloud[\s\S]*CREATE\\_COMPLETE/);
    await runCommand(page, 'Defender Connectors: Export Deployment…');
    await pick(page, 'Creation of stack defender-for-cloud');
    const name = page.locator('.quick-input-widget input[type=text]').first();
    await page.waitForFunction(() => /defender-for-cloud-[-\d]+\.md$/.test(document.querySelector<HTMLInputElement>('.quick-input-widget input[type=text]')?.value ?? ''));
    const file = (await name.inputValue()).split('/').at(-1) ?? '';
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: file }).waitFor();
    assert.equal(readFileSync(join(ui().folder, file), 'utf8'), markdown);
    await closeEditors(page);
  });

  it('forgets what has ended after a question, and is empty again', async () => {
    await runCommand(page, 'Defender Connectors: Clear Deployments That Have Ended');
    const { message } = await readDialog(page);
    assert.match(message, /^Forget the deployment that has ended\?/);
    await pressDialogButton(page, 'Forget');
    await page.locator('.sidebar').getByText('Nothing was deployed from this workspace yet.').waitFor();
  });
});

describe('a failed event in the Deployments view', function () {
  this.timeout(120_000);
  let page: Page;
  before(async () => {
    page = await startAfresh();
    ui().cloud.sandbox.faults.add({ match: 'stack\\..*\\.iam\\.CreateRole', do: 'denied', times: 1 });
  });

  it('is explained by the button of its row', async () => {
    await openConnector(page, 'contoso-development.connector.yaml');
    await previewWith(page, 'sandbox-single');
    await (await pageShowing('What changes')).getByRole('button', { name: 'Deploy…' }).click();
    await pressDialogButton(page, 'Create stack');
    await pageShowing('Failed', 60_000);
    await closeEditors(page);
    await openView(page, 'Defender Connectors');
    const deployment = /^Creation of stack defender-for-cloud, failed/;
    await expand(page, deployment);
    const event = /^\w+, CREATE_FAILED, .*is not authorized to perform: iam:CreateRole/;
    await walkTo(page, /^\w[-\w]*, \w+_(IN_PROGRESS|COMPLETE), /, event);
    await page.mouse.move(800, 700);
    await screenshotInEveryTheme('deployments-failed-event');
    await inlineAction(page, event, 'Explain Error…');
    const frame = await webviewFrame(page, '#page h1:has-text("lacks iam:CreateRole")');
    assert.match(await frame.locator('#page').innerText(), /What to do[\s\S]*ask for iam:CreateRole[\s\S]*The text\s+Resource handler returned message/);
  });
});
