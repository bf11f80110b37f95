import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { lint } from '../../src/core/lint/lint';
import { pressDialogButton } from './driver/dialog';
import { closeEditors } from './driver/editor';
import { startAfresh, ui } from './driver/fixture';
import { clearNotifications, notification } from './driver/notifications';
import { openFile, pick, quickPickItems, runCommand } from './driver/quick-input';
import { screenshot } from './driver/screenshot';
import { fill, valueOf, wizardAt } from './wizard-page';

const command = 'Defender Connectors: Add AWS Account (Quick Pick)';
const widget = (page: Page): Locator => page.locator('.quick-input-widget');

describe('the wizard by quick picks', function () {
  this.timeout(180_000);
  before(() => startAfresh());

  it('says in the box what is wrong, and stays until it is right', async () => {
    const { page } = ui();
    await runCommand(page, command);
    await asked(page, 'Connector name');
    await page.keyboard.press('Enter');
    await said(page, 'Enter a name for the connector.');
    await type(page, 'a/b');
    await said(page, '/');
    await screenshot('questions-wrong', 'dark');
    await type(page, 'asked');
    await enter(page);
    await asked(page, 'Onboard');
  });

  it('goes back by the button, and keeps what was answered when it is closed', async () => {
    const { page } = ui();
    await widget(page).getByRole('button', { name: 'Back' }).click();
    await asked(page, 'Connector name');
    assert.equal(await input(page).inputValue(), 'asked');
    await page.keyboard.press('Escape');
    await widget(page).waitFor({ state: 'hidden' });
    await runCommand(page, command);
    await asked(page, 'AWS account id'); // the first of the step that is still open
  });

  it('takes the account of an AWS profile, and tells what is in it', async () => {
    const { page } = ui();
    await widget(page).getByRole('button', { name: 'Use the account of an AWS profile' }).click();
    await quickPickItems(page).filter({ hasText: 'sandbox-single' }).first().waitFor();
    await page.keyboard.type('sandbox-single');
    await page.keyboard.press('Enter');
    await notification(page, 'Profile sandbox-single is in account 123456789012.');
    await asked(page, 'AWS account id');
    assert.equal(await input(page).inputValue(), '123456789012');
  });

  it('leads by the keyboard from there to saved files', async () => {
    const { page, folder } = ui();
    await enter(page);
    await asked(page, 'AWS regions');
    await page.keyboard.press('ArrowDown');
    await enter(page); // Only these…
    await asked(page, 'AWS regions, which of them');
    await page.keyboard.type('eu-west-1');
    await quickPickItems(page).filter({ hasText: 'eu-west-1' }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await screenshot('questions-regions', 'dark');
    await enter(page);
    await asked(page, 'Scan interval');
    await page.keyboard.type('6 hours');
    await enter(page);
    const azure = { 'Microsoft Entra tenant': '11111111-2222-4333-8444-555555555555', 'Azure subscription': '66666666-7777-4888-9999-000000000000', 'Resource group': 'rg', Location: 'eastus' };
    for (const [title, value] of Object.entries(azure)) {
      await asked(page, title);
      await type(page, value);
      await enter(page);
    }
    await asked(page, 'Plans');
    await screenshot('questions-plans', 'dark');
    await throughTo(page, 'Permissions type');
    await page.keyboard.type('Least');
    await enter(page);
    await throughTo(page, 'Role names');
    await throughTo(page, 'Review and generate');
    await screenshot('questions-review', 'dark');
    await pick(page, 'Save files'); // A click: the key that saves could reach the editor that opens.
    await page.getByRole('tab', { name: 'asked.connector.yaml' }).first().waitFor();
    const text = readFileSync(join(folder, 'asked.connector.yaml'), 'utf8');
    assert.deepEqual(lint(text, 'asked.connector.yaml').filter(({ severity }) => severity !== 'hint'), []);
    assert.match(text, /id: "123456789012"[\s\S]*regions:\n {2}- eu-west-1\nscanIntervalHours: 6\n[\s\S]*access: leastPrivilege/);
    assert.doesNotMatch(text, /method:/); // what nobody changed is not written
    assert.ok(existsSync(join(folder, 'asked.template.json')));
    await closeEditors(page);
  });

  it('goes on in the form with the same answers, and back', async () => {
    const { page } = ui();
    await clearNotifications(page);
    await runCommand(page, command);
    await asked(page, 'Connector name');
    await type(page, 'shared');
    await enter(page);
    await asked(page, 'Onboard');
    await close(page);
    await runCommand(page, 'Defender Connectors: Add AWS Account');
    const frame = await wizardAt('Account details');
    assert.equal(await valueOf(frame, 'name'), 'shared');
    await fill(frame, 'account.id', '123456789012');
    await frame.locator('aside .line', { hasText: 'id: "123456789012"' }).waitFor();
    await runCommand(page, command);
    await page.getByRole('tab', { name: 'Add AWS account' }).first().waitFor({ state: 'detached' });
    await asked(page, 'Microsoft Entra tenant'); // what the form answered is asked no more
    await close(page);
  });

  it('changes one answer of a file from the review and keeps every comment', async () => {
    const { page, folder } = ui();
    const path = join(folder, 'contoso-organization.connector.yaml');
    const before = readFileSync(path, 'utf8');
    await openFile(page, 'contoso-organization.connector.yaml');
    await page.locator('.monaco-editor.focused').first().waitFor();
    await runCommand(page, 'Defender Connectors: Edit Connector (Quick Pick)');
    await asked(page, 'Connector name');
    await throughTo(page, 'Review and generate');
    await type(page, 'Scan interval'); // the list shows only its beginning
    await pick(page, 'Scan interval');
    await asked(page, 'Scan interval');
    await pick(page, '6 hours');
    await asked(page, 'Review and generate'); // back to where the question was chosen
    await pick(page, 'Save files');
    const after = before.replace('scanIntervalHours: 24', 'scanIntervalHours: 6');
    await until(() => readFileSync(path, 'utf8') === after);
    assert.equal(readFileSync(path, 'utf8'), after);
    const template = join(folder, 'contoso-organization.template.json'); // written after it
    await until(() => existsSync(template) && readFileSync(template, 'utf8').endsWith('}\n'));
    await page.locator('.tab.dirty').waitFor({ state: 'detached' });
    await closeEditors(page);
  });

  it('asks before it starts over, and leaves all as it is after a no', async () => {
    const { page } = ui();
    await runCommand(page, command);
    const azure = { 'Microsoft Entra tenant': '11111111-2222-4333-8444-555555555555', 'Azure subscription': '66666666-7777-4888-9999-000000000000', 'Resource group': 'rg', Location: 'eastus' };
    for (const [title, value] of Object.entries(azure)) {
      await asked(page, title);
      await type(page, value);
      await enter(page);
    }
    await throughTo(page, 'Review and generate');
    await pick(page, 'Start over');
    await pressDialogButton(page, 'Cancel');
    await asked(page, 'Review and generate');
    await pick(page, 'Start over');
    await pressDialogButton(page, 'Start over');
    await asked(page, 'Connector name');
    assert.equal(await input(page).inputValue(), '');
    await close(page);
  });
});

const input = (page: Page): Locator => widget(page).locator('input[type=text]').first();

/** Waits for the question with this title. */
const asked = (page: Page, title: string): Promise<void> =>
  widget(page).locator('.quick-input-title', { hasText: new RegExp(`: (.*: )?${title.replace(/[()]/g, '.')} \\(\\d+/\\d+\\)$`) }).waitFor({ timeout: 20_000 });

const close = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await widget(page).waitFor({ state: 'hidden' });
};

/** A tab that is open already says nothing of a file that is saved, and VS Code empties a file before it writes it: only the disk says that all is there. */
async function until(isThere: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!isThere() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 100));
}

const said = (page: Page, text: string): Promise<void> => widget(page).getByText(text).first().waitFor({ timeout: 20_000 });

const type = (page: Page, text: string): Promise<void> => input(page).fill(text);

/** A box that has just come takes keys a moment later than it shows. */
async function enter(page: Page): Promise<void> {
  await page.waitForTimeout(200);
  await page.keyboard.press('Enter');
}

/** Accepts question after question as they stand, until one is reached. */
async function throughTo(page: Page, title: string): Promise<void> {
  const bar = widget(page).locator('.quick-input-title');
  for (let count = 0; count < 40; count += 1) {
    await page.waitForTimeout(200); // see `enter`; the title is read after that, for it may change once more meanwhile
    const now = await bar.innerText();
    if (now.includes(`: ${title} (`)) return;
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (before) => document.querySelector<HTMLElement>('.quick-input-widget .quick-input-title')?.innerText !== before,
      now,
      { timeout: 20_000 },
    );
  }
  throw new Error(`No question ${title}.`);
}
