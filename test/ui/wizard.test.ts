import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { lint } from '../../src/core/lint/lint';
import { pressDialogButton } from './driver/dialog';
import { closeEditors, editorLine } from './driver/editor';
import { startAfresh, ui } from './driver/fixture';
import { clearNotifications, notification } from './driver/notifications';
import { answer, openFile, pick, quickPickItems, runCommand } from './driver/quick-input';
import { screenshot, setTheme } from './driver/screenshot';
import { themeNames } from './driver/themes';
import { pageShowing, violations } from './deployment-page';
import { addAccount, choose, fill, fillAccount, press, problemOf, startOver, toggle, valueOf, wizardAt } from './wizard-page';

describe('the onboarding wizard', function () {
  this.timeout(120_000);
  before(() => startAfresh());

  it('says at each field what is missing, and goes to the first one', async () => {
    const frame = await addAccount(ui().page);
    assert.equal(await problemOf(frame, 'name'), '');
    await press(frame, 'Next');
    await frame.locator('[data-field="name"][data-invalid]').waitFor();
    assert.match(await problemOf(frame, 'name'), /Enter a name for the connector\./);
    assert.match(await problemOf(frame, 'account.id'), /Enter the AWS account id: twelve digits\./);
    assert.match(await problemOf(frame, 'azure.tenant'), /Enter the id of your Microsoft Entra tenant\./);
    assert.equal(await focusedField(frame), 'name');
    await fill(frame, 'account.id', '1234');
    await frame.locator('[data-field="account.id"] .problem', { hasText: 'has 4 digits' }).waitFor();
    await frame.locator('aside .wrong', { hasText: 'id: "1234"' }).waitFor();
    await screenshot('wizard-problems', 'dark');
  });

  it('leads from empty to saved files for a single account, without a violation in any theme', async () => {
    const { page, folder } = ui();
    const frame = await wizardAt('Account details');
    await fill(frame, 'name', 'fabrikam');
    await fillAccount(frame, '123456789012');
    await inEveryTheme(frame, page, 'wizard-account');
    await press(frame, 'Next');

    await wizardAt('Select plans');
    await toggle(frame, 'plans.defenderCspm');
    await frame.locator('section', { hasText: 'What Defender CSPM needs' }).first().waitFor();
    await inEveryTheme(frame, page, 'wizard-plans');
    await press(frame, 'Next');

    await wizardAt('Configure access');
    await choose(frame, 'access', 'Least privilege access');
    await frame.locator('aside .line', { hasText: 'access: leastPrivilege' }).waitFor();
    await inEveryTheme(frame, page, 'wizard-access');
    await press(frame, 'Next');

    await wizardAt('Review and generate');
    await inEveryTheme(frame, page, 'wizard-review');
    await press(frame, 'Save files');
    await saved(page, 'fabrikam.connector.yaml');
    const text = readFileSync(join(folder, 'fabrikam.connector.yaml'), 'utf8');
    assert.deepEqual(mistakes(text, 'fabrikam.connector.yaml'), []);
    assert.match(text, /access: leastPrivilege[\s\S]*template: fabrikam\.template\.json/);
    assert.match(readFileSync(join(folder, 'fabrikam.template.json'), 'utf8'), /"AWSTemplateFormatVersion"/);
  });

  it('is taken back by undo, as any edit', async () => {
    const { page } = ui();
    await page.locator('.monaco-editor.focused').first().waitFor();
    await editorLine(page, 'name: fabrikam').first().waitFor();
    await editorLine(page, 'name: fabrikam').first().click();
    await page.keyboard.press('Control+z');
    await editorLine(page, 'name: fabrikam').first().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+z');
    await editorLine(page, 'name: fabrikam').first().waitFor();
    await page.keyboard.press('Control+s');
    await closeEditors(page);
  });

  it('leads from empty to saved files for a management account, with a pasted list of members', async () => {
    const { page, folder } = ui();
    const frame = await addAccount(page);
    await fill(frame, 'name', 'fabrikam-organization');
    await fillAccount(frame, '210987654321');
    await choose(frame, 'account.type', 'Management account');
    await fill(frame, 'account.excluded', '"3456-7890-1234",\n123456789012 210987654321');
    await frame.locator('[data-field="account.excluded"]').getByText('Members that get no connector').waitFor();
    await press(frame, 'Next');
    await frame.locator('[data-field="account.excluded"] .problem', { hasText: 'is the management account, which cannot be excluded' }).waitFor();
    await fill(frame, 'account.excluded', '"3456-7890-1234",\n123456789012');
    await choose(frame, 'regions', 'Only these');
    await press(frame, 'Next');
    await frame.locator('[data-field="regions"] .problem', { hasText: 'Choose at least one region' }).waitFor();
    await frame.locator('[data-field="regions"] vscode-text-field input').fill('ireland');
    await frame.locator('[data-field="regions"] vscode-checkbox', { hasText: 'eu-west-1' }).click();
    await press(frame, 'Next');
    await wizardAt('Select plans');
    await frame.getByText('Configure Defender for Containers').click();
    await fill(frame, 'plans.containers.threatProtection.retentionDays', '90');
    await press(frame, 'Next');
    await wizardAt('Configure access');
    assert.equal(await frame.locator('[data-field="deployment.method"]').isVisible(), false);
    await fill(frame, 'account.stackSet', 'fabrikam-members');
    await press(frame, 'Next');
    await wizardAt('Review and generate');
    await press(frame, 'Save files');
    await saved(page, 'fabrikam-organization.connector.yaml');
    const text = readFileSync(join(folder, 'fabrikam-organization.connector.yaml'), 'utf8');
    assert.deepEqual(mistakes(text, 'a.connector.yaml'), []);
    assert.match(text, /excluded:\n {4}- "345678901234"\n {4}- "123456789012"\n {2}stackSet: fabrikam-members\nregions:\n {2}- eu-west-1\n/);
    assert.match(text, /threatProtection:\n {6}retentionDays: 90\n/);
    await closeEditors(page);
  });

  it('edits a file and keeps every comment in it', async () => {
    const { page, folder } = ui();
    const path = join(folder, 'contoso-organization.connector.yaml');
    const before = readFileSync(path, 'utf8');
    await openFile(page, 'contoso-organization.connector.yaml');
    await page.locator('.monaco-editor.focused').first().waitFor();
    await runCommand(page, 'Defender Connectors: Edit in Wizard');
    const frame = await wizardAt('Account details');
    await choose(frame, 'scanIntervalHours', '6 hours');
    await frame.locator('aside .line', { hasText: 'scanIntervalHours: 6' }).waitFor();
    await frame.getByRole('button', { name: /Review and generate/ }).click();
    await wizardAt('Review and generate');
    await frame.getByText('contoso-organization.connector.yaml changes: 1 line added, 1 removed').waitFor();
    await frame.locator('.diff .removed', { hasText: '- scanIntervalHours: 24' }).waitFor();
    await frame.locator('.diff .added', { hasText: '+ scanIntervalHours: 6' }).waitFor();
    await screenshot('wizard-diff', 'dark');
    await press(frame, 'Compare connector file');
    await page.locator('.monaco-diff-editor').first().waitFor();
    await runCommand(page, 'View: Close Editor');
    const again = await wizardAt('Review and generate');
    await press(again, 'Save files');
    await saved(page, 'contoso-organization.connector.yaml', 'Edit contoso-organization');
    assert.equal(readFileSync(path, 'utf8'), before.replace('scanIntervalHours: 24', 'scanIntervalHours: 6'));
    await closeEditors(page);
  });

  it('is still there, with what was answered, after the tab was closed and after the window was reloaded', async () => {
    const { page } = ui();
    const frame = await addAccount(page);
    await fill(frame, 'name', longName);
    await frame.locator('aside h3', { hasText: 'very-long' }).waitFor();
    await closeEditors(page);
    const again = await addAccount(page);
    assert.equal(await valueOf(again, 'name'), longName);
    // By VS Code's own command, which writes down first which tabs are open; the page goes away under it.
    await Promise.all([page.waitForEvent('load'), runCommand(page, 'Developer: Reload Window').catch(() => undefined)]);
    const restored = await wizardAt('Account details');
    await restored.locator('aside h3', { hasText: 'very-long' }).waitFor();
    assert.equal(await valueOf(restored, 'name'), longName);
  });

  it('loses nothing in a narrow window, with a very long name and text from right to left', async () => {
    const { page } = ui();
    const frame = await wizardAt('Account details');
    await fill(frame, 'azure.resourceGroup', '\u0645\u062c\u0645\u0648\u0639\u0629 \u202Etxet');
    await page.setViewportSize({ width: 640, height: 800 });
    try {
      await page.waitForTimeout(500);
      const [content, width] = await frame.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const);
      assert.ok(content <= width, `${content} px of content in ${width} px`);
      assert.deepEqual(await violations(frame), []);
      await screenshot('wizard-narrow', 'light');
    } finally {
      await page.setViewportSize({ width: 1280, height: 800 });
      await setTheme('dark');
    }
  });

  it('starts over after a native question', async () => {
    const { page } = ui();
    const frame = await wizardAt('Account details');
    await fill(frame, 'name', 'other');
    await press(frame, 'Start over…');
    await pressDialogButton(page, 'Start over');
    const afresh = await wizardAt('Account details');
    assert.equal(await valueOf(afresh, 'name'), '');
    await closeEditors(page);
  });

  it('saves the files and goes on to the preview of their deployment', async () => {
    const { page } = ui();
    const frame = await addAccount(page);
    await fill(frame, 'name', 'previewed');
    await fillAccount(frame, '345678901234'); // an account for which no test has chosen a profile
    await frame.getByRole('button', { name: /Review and generate/ }).click();
    await wizardAt('Review and generate');
    await press(frame, 'Save and preview deployment');
    await quickPickItems(page).first().waitFor();
    await pick(page, 'sandbox-other');
    const deployment = await pageShowing('What changes');
    await deployment.getByText('The template is the file previewed.template.json.').waitFor();
    await closeEditors(page);
  });

  it('finds the account of an AWS profile, compares it with what was typed, and says what is in it', async () => {
    const { page } = ui();
    const frame = await addAccount(page);
    await fill(frame, 'name', 'found');
    await fillAccount(frame, '210987654321');
    await press(frame, 'Use the account of an AWS profile…');
    await quickPickItems(page).first().waitFor();
    await pick(page, 'sandbox-single');
    await frame.getByText('Profile sandbox-single is in account 123456789012, but 210987654321 stands here.').waitFor();
    await screenshot('wizard-account-found', 'dark');
    await press(frame, 'Use account 123456789012');
    await frame.getByText('Profile sandbox-single is in account 123456789012.', { exact: false }).waitFor();
    assert.equal(await valueOf(frame, 'account.id'), '123456789012');
    await frame.getByRole('button', { name: /Configure access/ }).click();
    await wizardAt('Configure access');
    await frame.getByText(/Account 123456789012 has (no|the) identity provider/).first().waitFor();
    assert.deepEqual(await violations(frame), []);
    await press(frame, 'Show template');
    await page.locator('.monaco-diff-editor').first().waitFor();
    await runCommand(page, 'View: Close Editor');
  });

  it('copies the policy that refuses requests without TLS, for a bucket that is named', async () => {
    const { page } = ui();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const frame = await wizardAt('Configure access');
    await press(frame, 'Copy TLS-only bucket policy…');
    await answer(page, 'cf-templates-contoso-us-east-1');
    await notification(page, 'The bucket policy is on the clipboard.');
    const policy = JSON.stringify(JSON.parse(await page.evaluate(() => navigator.clipboard.readText())));
    assert.match(policy, /"Effect":"Deny"/);
    assert.match(policy, /arn:aws:s3:::cf-templates-contoso-us-east-1\/\*/);
    assert.match(policy, /"aws:SecureTransport":"false"/);
    await clearNotifications(page);
  });

  it('copies scripts that deploy the same, and writes Terraform', async () => {
    const { page, folder } = ui();
    const frame = await wizardAt('Configure access');
    await frame.getByRole('button', { name: /Review and generate/ }).click();
    await wizardAt('Review and generate');
    await frame.getByText('CloudFormation stack defender-for-cloud').waitFor();
    for (const [button, beginning] of [['Copy AWS CLI script', '#!/usr/bin/env bash'], ['Copy PowerShell script', '#'], ['Copy az script', '#!/usr/bin/env bash']] as const) {
      await press(frame, button);
      await notification(page, /is on the clipboard/);
      const text = await page.evaluate(() => navigator.clipboard.readText());
      assert.ok(text.startsWith(beginning) && text.includes('found'), text.slice(0, 100));
      await clearNotifications(page);
    }
    await press(frame, 'Write Terraform files');
    await page.getByRole('tab', { name: /\.tf/ }).first().waitFor();
    assert.ok(readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith('.tf')));
    await startOver(page);
    await closeEditors(page);
  });

  it('goes from start to end by the keyboard alone', async () => {
    const { page, folder } = ui();
    const frame = await addAccount(page);
    const values = ['keyboard', '123456789012', '11111111-2222-4333-8444-555555555555', '66666666-7777-4888-9999-000000000000', 'rg', 'eastus'];
    const named = ['name', 'account.id', 'azure.tenant', 'azure.subscription', 'azure.resourceGroup', 'azure.location'];
    await frame.locator('.steps button').first().focus();
    for (const [index, field] of named.entries()) {
      await tabTo(page, frame, (focus) => focus.field === field);
      await page.keyboard.type(values[index] ?? '');
    }
    for (const step of ['Select plans', 'Configure access', 'Review and generate']) {
      await tabTo(page, frame, (focus) => focus.text === 'Next');
      await page.keyboard.press('Enter');
      await wizardAt(step);
      await frame.waitForFunction(() => document.activeElement?.tagName === 'H2');
      if (step === 'Configure access') {
        await tabTo(page, frame, (focus) => focus.field === 'access');
        await page.keyboard.press('ArrowRight');
      }
    }
    await tabTo(page, frame, (focus) => focus.text === 'Save files');
    await page.keyboard.press('Enter');
    await saved(page, 'keyboard.connector.yaml');
    assert.match(readFileSync(join(folder, 'keyboard.connector.yaml'), 'utf8'), /access: leastPrivilege/);
  });
});

/** The wizard closes when all is written, and shows the file. */
async function saved(page: Page, name: string, wizard = 'Add AWS account'): Promise<void> {
  await page.getByRole('tab', { name: wizard }).first().waitFor({ state: 'detached' });
  await page.getByRole('tab', { name }).first().waitFor();
}

const longName = 'a-very-long-name-of-a-connector-'.repeat(8);

interface Focus {
  readonly field: string | null;
  readonly text: string;
}

/** Presses Tab until the focus is where it should be. */
async function tabTo(page: Page, frame: Frame, isThere: (focus: Focus) => boolean): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const focus = await frame.evaluate(() => ({
      field: document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? null,
      text: document.activeElement?.textContent ?? '',
    }));
    if (isThere(focus)) return;
  }
  throw new Error('Tab does not reach it.');
}

async function inEveryTheme(frame: Frame, page: Page, name: string): Promise<void> {
  await page.mouse.move(800, 640);
  await frame.evaluate(() => window.scrollTo(0, 0)); // The field that was filled last may be far below.
  for (const theme of themeNames) {
    await setTheme(theme);
    assert.deepEqual(await violations(frame), [], `${name} ${theme}`);
    await screenshot(name, theme);
  }
  await setTheme('dark');
}

/** Path of the field that has the focus. */
const focusedField = (frame: Frame): Promise<string | null | undefined> =>
  frame.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field'));

/** What is wrong with a file; a hint only tells what a plan does. */
const mistakes = (text: string, fileName: string) => lint(text, fileName).filter(({ severity }) => severity !== 'hint');
