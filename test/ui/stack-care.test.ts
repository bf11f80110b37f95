import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { pressDialogButton, readDialog } from './driver/dialog';
import { closeEditors } from './driver/editor';
import { startAfresh, ui } from './driver/fixture';
import { clearNotifications } from './driver/notifications';
import { answer, runCommand } from './driver/quick-input';
import { screenshotInEveryTheme, setTheme } from './driver/screenshot';
import { themeNames } from './driver/themes';
import { webviewFrame } from './driver/webview';
import { openConnector, pageShowing, previewWith, violations } from './deployment-page';

const file = 'contoso-development.connector.yaml';
const account = '123456789012';

describe('stack care in the editor', function () {
  this.timeout(120_000);
  before(() => startAfresh());
  afterEach(() => clearNotifications(ui().page));

  const settle = (page: Page) => page.mouse.move(800, 640);

  it('has everything that gives more power ticked off before Deploy can be pressed', async () => {
    const { page, folder } = ui();
    const path = join(folder, 'contoso-development.template.json');
    const text = readFileSync(path, 'utf8');
    const template = JSON.parse(text) as { Resources: Record<string, { Type: string; Properties: { ManagedPolicyArns?: unknown[]; Policies?: unknown[] } }> };
    const role = Object.values(template.Resources).find(({ Type }) => Type === 'AWS::IAM::Role');
    assert.ok(role);
    role.Properties.ManagedPolicyArns = [...(role.Properties.ManagedPolicyArns ?? []), 'arn:aws:iam::aws:policy/AdministratorAccess'];
    role.Properties.Policies = [...(role.Properties.Policies ?? []), { PolicyName: 'All', PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] } }];
    writeFileSync(path, JSON.stringify(template, undefined, 2));
    await openConnector(page, file);
    await previewWith(page, 'sandbox-single');
    const frame = await pageShowing('What changes');
    const deploy = frame.getByRole('button', { name: 'Deploy…' });
    const boxes = frame.getByRole('checkbox');
    assert.equal(await boxes.count(), 2);
    assert.ok(await deploy.evaluate((button) => button.hasAttribute('disabled')));
    for (const theme of themeNames) {
      await setTheme(theme);
      assert.deepEqual(await violations(frame), [], theme);
    }
    await settle(page);
    await screenshotInEveryTheme('deployment-escalations');
    await boxes.nth(0).check();
    assert.ok(await deploy.evaluate((button) => button.hasAttribute('disabled')), 'one of two');
    await boxes.nth(1).press('Space');
    assert.ok(await boxes.nth(1).evaluate((box) => box === document.activeElement), 'the focus stays where it was');
    await deploy.click();
    assert.match((await readDialog(page)).message, /Create stack defender-for-cloud/);
    await pressDialogButton(page, 'Cancel');
    await deploy.waitFor();
    assert.equal(await boxes.nth(0).isChecked(), true, 'what was ticked is remembered for the same change set');
    writeFileSync(path, text);
    await closeEditors(page);
  });

  it('says what failed, what it means and where it stands, and opens that line', async () => {
    const { page, cloud } = ui();
    await openConnector(page, file);
    await previewWith(page, 'sandbox-single');
    const frame = await pageShowing('What changes');
    // Somebody makes a role of the same name between the preview and the deployment.
    const seeded = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }] };
    cloud.sandbox.seed.role(account, { name: 'CspmMonitorAws', trust: seeded });
    await frame.getByRole('button', { name: 'Deploy…' }).click();
    await pressDialogButton(page, 'Create stack');
    const done = await pageShowing('Failed', 60_000);
    const text = await done.locator('#page').innerText();
    assert.match(text, /First cause[\s\S]*CspmMonitor[\s\S]*The role CspmMonitorAws exists already[\s\S]*What to do/);
    for (const theme of themeNames) {
      await setTheme(theme);
      assert.deepEqual(await violations(done), [], theme);
    }
    await settle(page);
    await screenshotInEveryTheme('deployment-explained');
    await done.getByRole('button', { name: 'Review the deletion of the stack…' }).waitFor();
    const events = done.locator('details', { hasText: 'Events:' });
    await events.locator('summary').click();
    await events.getByRole('button', { name: 'Explain the error of CspmMonitorRole' }).click();
    const explained = await webviewFrame(page, '#page h1:has-text("The role CspmMonitorAws exists already")');
    await explained.getByText('Connector: contoso-development').waitFor();
    await explained.getByRole('button', { name: 'Preview the deployment' }).waitFor();
    await page.getByRole('tab', { name: /^Deployment: / }).click();
    const again = await pageShowing('Failed'); // a page behind another one is drawn anew
    await again.getByRole('button', { name: /^Open contoso-development\.template\.json, line \d+$/ }).click();
    await page.getByRole('tab', { name: /contoso-development\.template\.json/ }).waitFor();
    await page.locator('.view-line', { hasText: '"CspmMonitorRole"' }).first().waitFor();
    await closeEditors(page);
  });

  it('offers to review the deletion of a stack that could not be created, wants its name, and deletes it', async () => {
    const { page, cloud } = ui();
    await openConnector(page, file);
    await previewWith(page, 'sandbox-single');
    const stopped = await pageShowing('Stopped');
    assert.match(await stopped.locator('#page').innerText(), /ROLLBACK_COMPLETE/);
    assert.deepEqual(await violations(stopped), []);
    await settle(page);
    await screenshotInEveryTheme('deployment-delete-first');
    await stopped.getByRole('button', { name: 'Review the deletion of the stack…' }).click();
    await page.getByRole('tab', { name: /deletion-of-defender-for-cloud\.txt/ }).waitFor();
    const input = page.locator('.quick-input-widget input[type=text]').first();
    await input.waitFor();
    await settle(page);
    await screenshotInEveryTheme('stack-deletion');
    await input.fill('defender');
    await page.keyboard.press('Enter');
    await page.getByText('Type defender-for-cloud, or press Escape.').first().waitFor();
    await answer(page, 'defender-for-cloud');
    const deleted = await pageShowing('Deleted', 60_000);
    assert.match(await deleted.locator('#page').innerText(), /Deleted stack defender-for-cloud in account 123456789012/);
    assert.deepEqual(await violations(deleted), []);
    assert.equal(cloud.sandbox.state.stack(account, 'defender-for-cloud')?.status, 'DELETE_COMPLETE');
    await settle(page);
    await screenshotInEveryTheme('stack-deleted');
    await closeEditors(page);
  });

  it('says that there is no stack to look for drift in', async () => {
    const { page } = ui();
    await openConnector(page, file);
    await runCommand(page, 'Defender Connectors: Look for Drift');
    await page.getByText(/There is no stack defender-for-cloud/).first().waitFor();
  });
});
