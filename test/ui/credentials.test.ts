import { strict as assert } from 'node:assert';
import { appendFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { openConnector, pageShowing, previewWith, violations } from './deployment-page';
import { pressDialogButton } from './driver/dialog';
import { closeEditors } from './driver/editor';
import { startAfresh, ui } from './driver/fixture';
import { notification } from './driver/notifications';
import { screenshot, screenshotInEveryTheme } from './driver/screenshot';

const connector = 'contoso-development.connector.yaml';

describe('credentials that AWS does not accept any more', function () {
  this.timeout(120_000);
  let page: Page;
  before(async () => {
    page = await startAfresh({ msPerStep: 300 });
  });

  it('are asked for while a deployment runs, which is then followed to its end', async () => {
    const { cloud } = ui();
    await openConnector(page, connector);
    await previewWith(page, 'sandbox-single');
    const frame = await pageShowing('What changes');
    await frame.getByRole('button', { name: 'Deploy…' }).click();
    await pressDialogButton(page, 'Create stack');
    const running = await pageShowing('Running');
    await running.locator('table tbody tr').nth(1).waitFor();
    cloud.sandbox.faults.add({ match: 'cloudformation.DescribeStack.*', do: 'expired' });
    const asked = await notification(page, 'Creation of stack defender-for-cloud goes on in AWS, but cannot be followed.');
    await running.locator('.box.warning', { hasText: /expired/i }).waitFor();
    assert.deepEqual(await violations(running), []);
    await screenshotInEveryTheme('deployment-expired');
    cloud.sandbox.faults.clear();
    await asked.getByRole('button', { name: 'Try again' }).click();
    await pageShowing('Deployed', 90_000);
    const executed = cloud.sandbox.requests().filter(({ operation }) => operation === 'cloudformation.ExecuteChangeSet').length;
    assert.equal(executed, 1);
    await closeEditors(page);
  });

  it('are signed in to anew from the page, where the profile is one of SSO', async () => {
    const profile = ['[profile sandbox-sso]', 'sso_session = contoso', 'sso_account_id = 123456789012', 'sso_role_name = Deployer', 'region = us-east-1'];
    const session = ['[sso-session contoso]', 'sso_start_url = https://contoso.awsapps.com/start', 'sso_region = us-east-1'];
    appendFileSync(ui().cloud.env['AWS_CONFIG_FILE'] ?? '', `\n${[...profile, ...session].join('\n')}\n`);
    await openConnector(page, connector);
    await previewWith(page, 'sandbox-sso');
    const frame = await pageShowing('Stopped');
    await frame.locator('#page').getByText('The SSO session of profile sandbox-sso is missing or has expired.').first().waitFor();
    assert.deepEqual(await violations(frame), []);
    await screenshotInEveryTheme('deployment-sign-in');
    await frame.getByRole('button', { name: 'Sign in…' }).click();
    // In a terminal, where one sees what runs; what the sign-in asks for is not here.
    await page.getByText(/aws sso login/).first().waitFor();
    await screenshot('deployment-signing-in', 'dark');
  });
});
