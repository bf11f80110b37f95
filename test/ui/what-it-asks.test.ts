import { strict as assert } from 'node:assert';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { pressDialogButton, readDialog } from './driver/dialog';
import { closeEditors } from './driver/editor';
import { startAfresh, ui } from './driver/fixture';
import { answer, pick, quickPickItems, runCommand } from './driver/quick-input';
import { screenshotInEveryTheme } from './driver/screenshot';
import { openConnector, pageShowing, previewWith } from './deployment-page';

const account = '123456789012';
const connector = 'contoso-development.connector.yaml';

const region = 'eu-west-1';

describe('what a deployment asks', function () {
  this.timeout(90_000);
  before(() => startAfresh());
  beforeEach(() => openConnector(ui().page, connector));
  afterEach(() => closeEditors(ui().page));

  const stacks = () => ui().cloud.sandbox.state.account(account).stacks.filter(({ id, status }) => id.includes(`:${region}:`) && status !== 'DELETE_COMPLETE');

  it('takes another region than the file’s, and says so in the preview', async () => {
    const { page } = ui();
    await chooseRegion(page, region);
    await previewWith(page, 'sandbox-single');
    const frame = await pageShowing('What changes');
    await frame.getByText(`The connector file says region us-east-1; this goes to ${region}.`).waitFor();
    assert.equal(stacks().length, 1);
  });

  it('has left nothing in AWS once the page of a preview is closed', () => gone());

  it('discards a preview after a native question', async () => {
    const { page } = ui();
    await previewWith(page, 'sandbox-single');
    const frame = await pageShowing('What changes');
    await frame.getByRole('button', { name: 'Discard…' }).click();
    const { message } = await readDialog(page);
    for (const word of ['defender-for-cloud', account, region]) assert.ok(message.includes(word), message);
    await pressDialogButton(page, 'Discard');
    await frame.getByText('The change set was discarded. Nothing else was changed.').first().waitFor();
    await gone();
  });

  it('asks for an MFA code where the profile needs one, once for preview and deployment', async () => {
    const { page, cloud } = ui();
    cloud.sandbox.seed.role(account, { name: 'Deployer', trust: trustAccount });
    const undo = addMfaProfile();
    try {
      await previewWith(page, 'sandbox-mfa');
      await answer(page, '12');
      await page.locator('.quick-input-widget').getByText('The code has six digits.').waitFor();
      await screenshotInEveryTheme('mfa');
      await answer(page, '123456');
      const frame = await pageShowing('What changes');
      await frame.getByText(/assumed-role\/Deployer/).first().waitFor();
      await frame.getByRole('button', { name: 'Discard…' }).click();
      await readDialog(page);
      await pressDialogButton(page, 'Discard');
      await frame.getByText('The change set was discarded.').first().waitFor();
    } finally {
      undo();
    }
  });

  async function gone(): Promise<void> {
    for (let tries = 0; tries < 50 && stacks().length > 0; tries += 1) await ui().page.waitForTimeout(200);
    assert.deepEqual(stacks().map(({ status }) => status), []);
  }
});

async function chooseRegion(page: Page, text: string): Promise<void> {
  await openConnector(page, connector);
  await page.locator('.editor-actions').getByRole('button', { name: /Preview Deployment/ }).waitFor();
  await runCommand(page, 'Defender Connectors: Choose Stack Region');
  await quickPickItems(page).first().waitFor();
  await page.locator('.quick-input-widget input[type=text]').first().fill(text); // the list draws only the rows in sight
  await pick(page, text);
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Adds a profile that assumes a role with a code of an MFA device. */
function addMfaProfile(): () => void {
  const { cloud } = ui();
  const file = cloud.env['AWS_CONFIG_FILE'] ?? '';
  const before = readFileSync(file, 'utf8');
  const profile = ['[profile sandbox-mfa]', `role_arn = arn:aws:iam::${account}:role/Deployer`, 'source_profile = sandbox-single'];
  const place = [`mfa_serial = arn:aws:iam::${account}:mfa/dev`, 'region = us-east-1', `endpoint_url = ${cloud.endpoint}`];
  appendFileSync(file, `\n${[...profile, ...place].join('\n')}\n`);
  return () => writeFileSync(file, before);
}

const trustAccount = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'sts:AssumeRole' }],
};
