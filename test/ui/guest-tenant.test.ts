import assert from 'node:assert/strict';
import { pressDialogButton, readDialog } from './driver/dialog';
import { startAfresh, ui } from './driver/fixture';
import { clearNotifications, notification } from './driver/notifications';
import { quickPickItems, runCommand } from './driver/quick-input';
import { screenshotInEveryTheme } from './driver/screenshot';
import { openView } from './driver/views';

const fabrikam = '22222222-3333-4444-8555-666666666666';

describe('A tenant in which the account is a guest, and which wants more proof', function () {
  this.timeout(120_000);
  before(async () => {
    await openView(await startAfresh(), 'Defender Connectors');
    const { tenants } = ui().cloud.sandbox.azure.world;
    tenants.splice(0, tenants.length, ...tenants.map((tenant) => ({ ...tenant, wantsClaims: tenant.id === fabrikam })));
    await runCommand(ui().page, 'Defender Connectors: Sign in to Azure');
    await pressDialogButton(ui().page, 'Allow');
    await notification(ui().page, /Signed in to Azure/);
    await clearNotifications(ui().page);
  });

  it('is told of, and the subscriptions of the others are shown', async () => {
    const { page } = ui();
    await runCommand(page, 'Defender Connectors: Select Azure Subscriptions');
    await quickPickItems(page).filter({ hasText: 'Contoso production' }).waitFor();
    await notification(page, /Tenant Fabrikam wants a sign-in of its own/);
    assert.equal(await quickPickItems(page).filter({ hasText: 'Fabrikam audit' }).count(), 0);
    await screenshotInEveryTheme('azure-guest-refused');
    await page.keyboard.press('Escape');
  });

  it('shows its subscriptions after a sign-in of its own', async () => {
    const { page } = ui();
    const offer = await notification(page, /Tenant Fabrikam wants a sign-in of its own/);
    await offer.getByRole('button', { name: 'Sign in to Fabrikam' }).click();
    const { message, detail } = await readDialog(page);
    assert.match(message + detail, /sign in using Microsoft/);
    await pressDialogButton(page, 'Allow');
    await quickPickItems(page).filter({ hasText: 'Fabrikam audit' }).waitFor();
    await screenshotInEveryTheme('azure-guest-signed-in');
    await page.locator('.part.editor').click(); // as the focus goes when a dialog closes late
    assert.equal(await quickPickItems(page).filter({ hasText: 'Fabrikam audit' }).count(), 1);
  });
});
