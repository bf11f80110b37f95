import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { lint } from '../../src/core/lint/lint';
import { closeEditors } from './driver/editor';
import { startAfresh, ui } from './driver/fixture';
import { openFile, runCommand } from './driver/quick-input';
import { screenshot, screenshotInEveryTheme, setTheme } from './driver/screenshot';
import { themeNames } from './driver/themes';
import { violations } from './deployment-page';
import { addAccount, choose, fill, fillAccount, press, problemOf, toggle, wizardAt } from './wizard-page';

describe('the onboarding wizard', function () {
  this.timeout(120_000);
  before(startAfresh);

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
    await page.getByRole('tab', { name: /fabrikam\.connector\.yaml/ }).first().waitFor();
    const text = readFileSync(join(folder, 'fabrikam.connector.yaml'), 'utf8');
    assert.deepEqual(lint(text, 'fabrikam.connector.yaml'), []);
    assert.match(text, /access: leastPrivilege[\s\S]*template: fabrikam\.template\.json/);
    assert.match(readFileSync(join(folder, 'fabrikam.template.json'), 'utf8'), /"AWSTemplateFormatVersion"/);
  });
});

async function inEveryTheme(frame: Frame, page: Page, name: string): Promise<void> {
  await page.mouse.move(800, 640);
  for (const theme of themeNames) {
    await setTheme(theme);
    assert.deepEqual(await violations(frame), [], `${name} ${theme}`);
  }
  await screenshotInEveryTheme(name);
}

/** Path of the field that has the focus. */
const focusedField = (frame: Frame): Promise<string | null | undefined> =>
  frame.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field'));
