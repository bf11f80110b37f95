import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lint } from '../../src/core/lint/lint';
import { pressDialogButton } from './driver/dialog';
import { closeEditors } from './driver/editor';
import { startAfresh, ui } from './driver/fixture';
import { clearNotifications, notification } from './driver/notifications';
import { answer, pick, quickPickItems, runCommand } from './driver/quick-input';
import { screenshot } from './driver/screenshot';
import { addAccount, press, problemOf, startOver, valueOf, wizardAt } from './wizard-page';

describe('the wizard and Azure', function () {
  this.timeout(120_000);
  before(() => startAfresh());

  it('signs in when somebody wants to choose, and takes the tenant with the subscription', async () => {
    const { page } = ui();
    const frame = await addAccount(page);
    await press(frame, 'Choose a subscription…');
    await pressDialogButton(page, 'Allow');
    await quickPickItems(page).filter({ hasText: 'Contoso production' }).first().waitFor();
    assert.equal(await problemOf(frame, 'azure.subscription'), ''); // whoever chooses has not left it empty
    await screenshot('wizard-subscriptions', 'dark');
    await pick(page, 'Contoso production');
    await frame.locator('aside .line', { hasText: 'subscription: 66666666-7777-4888-9999-000000000000' }).waitFor();
    assert.equal(await valueOf(frame, 'azure.tenant'), '11111111-2222-4333-8444-555555555555');
  });

  it('offers the resource groups that are there, and a new one; and the locations that take a connector', async () => {
    const { page } = ui();
    const frame = await wizardAt('Account details');
    await press(frame, 'Choose a resource group, or name a new one…');
    await quickPickItems(page).filter({ hasText: 'rg-security' }).first().waitFor();
    await pick(page, 'New resource group…');
    await answer(page, 'rg-new');
    await frame.locator('aside .line', { hasText: 'resourceGroup: rg-new' }).waitFor();
    await press(frame, 'Choose a location…');
    await pick(page, 'eastus');
    await frame.locator('aside .line', { hasText: 'location: eastus' }).waitFor();
    await startOver(page);
    await closeEditors(page);
  });

  it('opens with what a connector in Azure says, and saves it as a file', async () => {
    const { page, folder } = ui();
    await runCommand(page, 'Defender Connectors: Import Connector into Wizard…');
    await pick(page, 'AwsConnectorAllOfferings');
    const frame = await wizardAt('Account details');
    await frame.locator('aside .line', { hasText: 'stackSet: ProdStackSet' }).waitFor();
    assert.equal(await valueOf(frame, 'name'), 'AwsConnectorAllOfferings');
    assert.equal(await valueOf(frame, 'azure.tenant'), '11111111-2222-4333-8444-555555555555');
    await screenshot('wizard-imported', 'dark');
    await notification(page, /is imported/);
    await clearNotifications(page);
    await frame.getByRole('button', { name: /Review and generate/ }).click();
    await wizardAt('Review and generate');
    await press(frame, 'Save files');
    await page.getByRole('tab', { name: 'AwsConnectorAllOfferings.connector.yaml' }).first().waitFor();
    const text = readFileSync(join(folder, 'AwsConnectorAllOfferings.connector.yaml'), 'utf8');
    assert.match(text, /stackSet: ProdStackSet/);
    assert.deepEqual(lint(text, 'a.connector.yaml').filter(({ severity }) => severity === 'error'), []);
  });
});
