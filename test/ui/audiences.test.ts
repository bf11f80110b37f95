import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { openConnector, pageShowing, previewWith, violations } from './deployment-page';
import { pressDialogButton, readDialog } from './driver/dialog';
import { closeEditors } from './driver/editor';
import { startAfresh, ui } from './driver/fixture';
import { screenshotInEveryTheme } from './driver/screenshot';

const account = '123456789012';
const issuer = 'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/';
const connector = 'contoso-development.connector.yaml';

describe('audiences of an identity provider that others use', function () {
  this.timeout(120_000);
  let page: Page;
  let provider: { readonly clientIds: readonly string[] };
  before(async () => {
    page = await startAfresh();
    provider = ui().cloud.sandbox.seed.oidcProvider(account, { url: `https://${issuer}`, clientIds: ['api://of-others'] });
  });

  it('are left as they are by a deployment for which nothing else was chosen', async () => {
    await openConnector(page, connector);
    await previewWith(page, 'sandbox-single');
    const frame = await pageShowing('What changes');
    await frame.getByText(/It lacks api:\/\//).first().waitFor();
    await frame.getByRole('button', { name: 'Deploy…' }).click();
    await pressDialogButton(page, 'Create stack');
    await pageShowing('Deployed', 60_000);
    assert.deepEqual(provider.clientIds, ['api://of-others']);
    await closeEditors(page);
  });

  it('are added alone where the stack has nothing to change, after a question', async () => {
    await openConnector(page, connector);
    await previewWith(page, 'sandbox-single');
    const before = await pageShowing('What changes');
    await before.getByText('No changes. The stack is up to date.').first().waitFor();
    await before.getByRole('button', { name: 'Add the audiences' }).click();
    const frame = await pageShowing('What changes');
    const add = frame.getByRole('button', { name: 'Add audiences…' });
    await add.waitFor();
    assert.deepEqual(await violations(frame), []);
    await page.mouse.move(800, 760);
    await screenshotInEveryTheme('deployment-audiences');
    await add.click();
    const { message, detail } = await readDialog(page);
    assert.match(message, new RegExp(`Add audiences for stack defender-for-cloud in AWS account ${account}`));
    assert.match(detail, /The stack stays as it is\.[\s\S]*gets api:\/\//);
    assert.deepEqual(provider.clientIds, ['api://of-others']);
    await pressDialogButton(page, 'Add audiences');
    const done = await pageShowing('The stack is unchanged');
    await done.locator('#page').getByText(/The audiences that were missing are added to/).waitFor();
    assert.ok(provider.clientIds.length > 1);
    assert.equal(provider.clientIds[0], 'api://of-others');
    await screenshotInEveryTheme('deployment-audiences-added');
  });

  it('come into the stack with their provider, as they are, and only then become those of the template', async () => {
    const before = structuredClone(provider);
    const done = await pageShowing('The stack is unchanged');
    await done.getByRole('button', { name: 'Preview again' }).click();
    const preview = await pageShowing('What changes');
    await preview.getByText('No changes. The stack is up to date.').first().waitFor();
    const closed = preview.locator('details.preflight:not([open]) > summary');
    if ((await closed.count()) > 0) await closed.click();
    await preview.getByText(/takes away api:\/\/of-others, which the template does not name/).waitFor();
    await preview.getByRole('button', { name: 'Import into the stack' }).click();
    const frame = await pageShowing('What changes');
    const importing = frame.getByRole('button', { name: 'Import…' });
    await importing.waitFor();
    await frame.getByText('The stack will take over 1 resource as it is.').first().waitFor();
    assert.deepEqual(await violations(frame), []);
    await page.mouse.move(800, 760);
    await screenshotInEveryTheme('deployment-import');
    await importing.click();
    const { message, detail } = await readDialog(page);
    assert.match(message, new RegExp(`Import into stack defender-for-cloud in AWS account ${account}`));
    assert.match(detail, /1 imported\.\nWhat is imported stays as it is/);
    await pressDialogButton(page, 'Import');
    const imported = await pageShowing('Imported', 60_000);
    assert.deepEqual(provider, before, 'an import changes nothing');
    assert.equal(stackOf(ui().cloud.sandbox.state.account(account))?.status, 'IMPORT_COMPLETE');
    await screenshotInEveryTheme('deployment-imported');
    await imported.getByRole('button', { name: 'Preview again' }).click();
    const rest = await pageShowing('What changes');
    await rest.getByText(/It belongs to this stack and has api:\/\/of-others/).waitFor();
    await rest.getByText('ClientIdList').first().waitFor();
  });
});

const stackOf = ({ stacks }: { readonly stacks: readonly { readonly name: string; readonly status: string; readonly deleted: Date | undefined }[] }) =>
  stacks.find(({ name, deleted }) => name === 'defender-for-cloud' && !deleted);
