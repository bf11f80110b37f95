import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { openConnector, untilTrusted } from './deployment-page';
import { pressDialogButton, readDialog } from './driver/dialog';
import { startAfresh, ui } from './driver/fixture';
import { notification } from './driver/notifications';
import { pick, quickPickItems, runCommand } from './driver/quick-input';
import { screenshotInEveryTheme } from './driver/screenshot';

const account = '123456789012';
const bucket = 'cf-templates-1abc-eu-west-1';

describe('requiring TLS of a bucket of CloudFormation\'s console', function () {
  this.timeout(90_000);
  let page: Page;
  before(async () => {
    page = await startAfresh();
    await openConnector(page, 'contoso-development.connector.yaml');
    await untilTrusted(page);
    ui().cloud.sandbox.seed.bucket(account, bucket, 'eu-west-1');
    ui().cloud.sandbox.seed.bucket(account, 'cf-templates-1abc-us-east-1');
    ui().cloud.sandbox.seed.bucket(account, 'contoso-logs-eu-west-1', 'eu-west-1');
  });

  const policy = () => ui().cloud.sandbox.state.account(account).buckets.find(({ name }) => name === bucket)?.policy;
  const begin = async () => {
    await runCommand(page, 'Defender Connectors: Require TLS on a CloudFormation Template Bucket…');
    await pick(page, 'sandbox-single');
    await page.getByText('Region of the bucket').waitFor();
    await page.locator('.quick-input-widget input[type=text]').first().fill('eu-west-1');
    await pick(page, 'eu-west-1');
    await page.getByText('Bucket that is to require TLS').waitFor();
    assert.deepEqual(await quickPickItems(page).allInnerTexts().then((rows) => rows.map((row) => row.trim())), [bucket]);
    await pick(page, bucket);
  };

  it('shows the policy before and after, and changes nothing without a yes', async () => {
    await begin();
    const { message, detail } = await readDialog(page);
    assert.match(message, new RegExp(`${bucket} in AWS account ${account}`));
    assert.match(detail, /no policy yet[\s\S]*plain HTTP is refused/);
    await page.locator('.monaco-diff-editor .modified').getByText('"aws:SecureTransport"').waitFor();
    await screenshotInEveryTheme('require-tls');
    await pressDialogButton(page, 'Cancel');
    assert.equal(policy(), undefined);
  });

  it('puts what was shown, and says so', async () => {
    await begin();
    await pressDialogButton(page, 'Put policy');
    await notification(page, `Bucket ${bucket} in account ${account} refuses requests without TLS now.`);
    assert.match(JSON.stringify(policy()), /"Effect":"Deny".*"aws:SecureTransport":"false"/);
  });

  it('says that there is nothing to do where it is so already', async () => {
    await begin();
    await notification(page, `Bucket ${bucket} refuses requests without TLS already. Nothing was changed.`);
  });
});
