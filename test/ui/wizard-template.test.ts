import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { temporaryFolder } from '../../tools/host/temporary-folder';
import { pressDialogButton, readDialog } from './driver/dialog';
import { startAfresh, ui } from './driver/fixture';
import { notification } from './driver/notifications';
import { screenshot } from './driver/screenshot';
import { addAccount, fill, fillAccount, press, valueOf, wizardAt } from './wizard-page';

const portal = JSON.stringify({
  AWSTemplateFormatVersion: '2010-09-09',
  Resources: { CspmMonitorAwsRole: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'CspmMonitorAws', AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] } } } },
});

describe('a template of the portal in the wizard', function () {
  this.timeout(120_000);
  const downloads = temporaryFolder('downloads');
  let frame: Frame;

  after(downloads.remove);

  before(async () => {
    const page = await startAfresh();
    frame = await addAccount(page);
    await fill(frame, 'name', 'portal');
    await fillAccount(frame, '123456789012');
    await frame.getByRole('button', { name: /Configure access/ }).click();
    await wizardAt('Configure access');
  });

  it('is brought from the folder of the connector, measured, and never written over', async () => {
    const { page, folder } = ui();
    const path = join(folder, 'from-the-portal.json');
    writeFileSync(path, portal);
    await chooseTemplate(page, frame, path);
    await frame.locator('aside .line', { hasText: 'templateFrom: portal' }).waitFor();
    await frame.locator('aside .line', { hasText: 'template: from-the-portal.json' }).waitFor();
    await frame.getByText(`The template has 1 resource and ${portal.length} bytes`).first().waitFor();
    assert.equal(await valueOf(frame, 'deployment.template'), 'from-the-portal.json');
    await frame.getByText('Roles that the plans need in it').waitFor();
    await screenshot('wizard-portal-template', 'dark');
    await frame.getByRole('button', { name: /Review and generate/ }).click();
    await wizardAt('Review and generate');
    await frame.getByText('portal.connector.yaml').first().waitFor();
    assert.equal(await frame.locator('.files li').count(), 1);
  });

  it('is copied from elsewhere beside the connector after a native question, and takes the place of no other', async () => {
    const { page, folder } = ui();
    const path = join(downloads.path, 'downloaded.json');
    writeFileSync(path, portal);
    await frame.getByRole('button', { name: /Configure access/ }).click();
    await wizardAt('Configure access');

    await chooseTemplate(page, frame, path);
    const { message, detail } = await readDialog(page); // A question without details stands where the details of others do.
    assert.match(message + detail, /^Copy downloaded\.json to the folder of the connector\?/);
    await pressDialogButton(page, 'Cancel');
    assert.equal(await valueOf(frame, 'deployment.template'), 'from-the-portal.json');
    assert.ok(!existsSync(join(folder, 'downloaded.json')));

    await chooseTemplate(page, frame, path);
    await pressDialogButton(page, 'Copy');
    await frame.locator('aside .line', { hasText: 'template: downloaded.json' }).waitFor();
    assert.equal(readFileSync(join(folder, 'downloaded.json'), 'utf8'), portal);

    writeFileSync(path, '{}');
    await chooseTemplate(page, frame, path);
    await pressDialogButton(page, 'Copy');
    await notification(page, 'downloaded.json was not copied. There is a downloaded.json already.');
    assert.equal(readFileSync(join(folder, 'downloaded.json'), 'utf8'), portal);
  });
});

/** VS Code asks for a file of a server by a box of its own, which takes a path, once it has written there where it begins. */
async function chooseTemplate(page: Page, frame: Frame, path: string): Promise<void> {
  await press(frame, 'Use a template downloaded from the portal…');
  const dialog = page.locator('.quick-input-widget');
  await dialog.locator('.quick-input-title', { hasText: 'Template downloaded from the portal' }).waitFor();
  await page.waitForFunction(startsIn, ui().folder);
  await dialog.locator('input[type=text]').first().fill(path);
  await dialog.getByRole('button', { name: 'Use this template' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Runs in the browser. */
const startsIn = (folder: string): boolean => document.querySelector<HTMLInputElement>('.quick-input-widget input[type=text]')?.value === `${folder}/`;
