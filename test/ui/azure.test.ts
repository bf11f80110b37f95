import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../sandbox/json';
import { allowClipboard, copied } from './driver/clipboard';
import { pressDialogButton, readDialog } from './driver/dialog';
import { startAfresh, ui } from './driver/fixture';
import { clearNotifications, notification } from './driver/notifications';
import { openFile, pick, quickPickItems, runCommand } from './driver/quick-input';
import { screenshotInEveryTheme } from './driver/screenshot';
import { documentsOf, hearPages, textsUnder } from './driver/secrets';
import { until } from './driver/until';
import { openView, treeItem } from './driver/views';
import { webviewFrame } from './driver/webview';

const production = '66666666-7777-4888-9999-000000000000';

describe('Azure from the editor', function () {
  this.timeout(120_000);
  before(async () => {
    await openView(await startAfresh(), 'Defender Connectors');
  });

  let messages: readonly string[] = [];
  const documents: string[] = [];
  const stored = () => ui().cloud.sandbox.azure.readConnector(production, 'rg-security', 'contoso-development');
  const asked = (operation: string) => ui().cloud.sandbox.requests().filter((entry) => entry.operation === `arm.${operation}`).length;

  it('signs in through VS Code, which asks first', async () => {
    const { page } = ui();
    await treeItem(page, /contoso-development/).waitFor();
    await runCommand(page, 'Defender Connectors: Sign in to Azure');
    const { message, detail } = await readDialog(page); // A question without details stands where the details of others do.
    assert.match(message + detail, /wants to sign in using Microsoft/);
    assert.equal(asked('Tenants_List'), 0);
    await pressDialogButton(page, 'Allow');
    await notification(page, /Signed in to Azure as sandbox@contoso\.example/);
    await clearNotifications(page);
  });

  it('shows subscriptions by tenant, also those of a guest', async () => {
    const { page } = ui();
    await runCommand(page, 'Defender Connectors: Select Azure Subscriptions');
    await quickPickItems(page).filter({ hasText: 'Contoso production' }).waitFor();
    await quickPickItems(page).filter({ hasText: 'Fabrikam audit' }).waitFor();
    await screenshotInEveryTheme('azure-subscriptions');
    await page.keyboard.press('Enter');
  });

  it('tells who wants to be told when Azure says something else of a connector, and nobody else', async () => {
    const { page, folder, cloud } = ui();
    const { reports = [] } = cloud.sandbox.azure.world.subscriptions.get(production) ?? {};
    const toast = page.locator('.notification-toast', { hasText: /Defender for Cloud now says that connector contoso-member is/ });
    let isHealthy = true;
    const changeAndRead = async () => {
      isHealthy = !isHealthy;
      reports.splice(0, 1, withStatus(reports[0], isHealthy ? 'Healthy' : 'NotHealthy'));
      const before = asked('Resources');
      await runCommand(page, 'Defender Connectors: Refresh Connectors');
      // Connectors of one tenant, which has two subscriptions, and the health of both tenants.
      for (let waited = 0; asked('Resources') < before + 3 && waited < 100; waited++) await page.waitForTimeout(100);
      await page.waitForTimeout(500);
    };
    await changeAndRead();
    assert.equal(await toast.count(), 0);
    mkdirSync(join(folder, '.vscode'), { recursive: true });
    writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify({ 'defenderConnectors.notifyHealthChanges': true }));
    await until(toast, changeAndRead);
    await screenshotInEveryTheme('azure-health-change');
    await clearNotifications(page);
    rmSync(join(folder, '.vscode'), { recursive: true });
  });

  it('shows the difference and asks before it creates a connector, and creates nothing on a no', async () => {
    const { page } = ui();
    await openFile(page, 'contoso-development.connector.yaml');
    await runCommand(page, 'Defender Connectors: Create or Update Connector in Azure');
    const { message, detail, buttons } = await readDialog(page);
    assert.match(message, /^Create connector contoso-development in resource group rg-security, subscription 66666666-7777-4888-9999-000000000000\?/);
    assert.match(detail, /AWS account 123456789012, tenant 11111111/);
    assert.ok(buttons.includes('Create connector'));
    await page.locator('.diff-editor, .monaco-diff-editor').first().waitFor();
    await screenshotInEveryTheme('azure-create-connector');
    await pressDialogButton(page, 'Cancel');
    assert.equal(stored(), undefined);
    assert.equal(asked('SecurityConnectors_CreateOrUpdate'), 0);
  });

  it('creates it on a yes, once', async () => {
    const { page } = ui();
    await openFile(page, 'contoso-development.connector.yaml');
    await runCommand(page, 'Defender Connectors: Create or Update Connector in Azure');
    await readDialog(page);
    await pressDialogButton(page, 'Create connector');
    await notification(page, /contoso-development is created in Azure/);
    assert.ok(stored());
    assert.equal(asked('SecurityConnectors_CreateOrUpdate'), 1);
    await clearNotifications(page);
    await runCommand(page, 'Defender Connectors: Create or Update Connector in Azure');
    await notification(page, /There is nothing to do/).catch(async () => {
      // The difference's tab is in front: it is no connector file, so the file is asked for.
      await pick(page, 'contoso-development');
      await notification(page, /There is nothing to do/);
    });
    await clearNotifications(page);
  });

  it('imports a connector that Azure has into a file', async () => {
    const { page, folder } = ui();
    await runCommand(page, 'Defender Connectors: Import Connector from Azure');
    await pick(page, 'AwsConnectorAllOfferings');
    await notification(page, /Connector AwsConnectorAllOfferings is imported/);
    const text = readFileSync(join(folder, 'AwsConnectorAllOfferings.connector.yaml'), 'utf8');
    assert.match(text, /stackSet: ProdStackSet/);
    assert.match(text, /tenant: 11111111-2222-4333-8444-555555555555/);
    assert.ok(!/eyJ/.test(text));
    await clearNotifications(page);
  });

  it('says what a deletion takes with it, and deletes on a yes', async () => {
    const { page } = ui();
    await runCommand(page, 'View: Close All Editors');
    await runCommand(page, 'Defender Connectors: Delete Connector in Azure');
    await pick(page, 'contoso-organization');
    const { message, detail } = await readDialog(page);
    assert.match(message, /^Delete connector contoso-organization in resource group rg-security/);
    assert.match(detail, /one connector of the organization's members/);
    await screenshotInEveryTheme('azure-delete-connector');
    await pressDialogButton(page, 'Delete connector');
    await notification(page, /contoso-organization is deleted in Azure/);
    assert.equal(ui().cloud.sandbox.azure.readConnector(production, 'rg-security', 'contoso-member'), undefined);
  });

  it('reads health and coverage from Azure, also when it refuses, and copies what was read', async () => {
    const { page, cloud } = ui();
    await allowClipboard(page);
    await openFile(page, 'contoso-development.connector.yaml');
    await runCommand(page, 'Defender Connectors: Show Health');
    const health = await webviewFrame(page, '#page h1:has-text("Health of")');
    const hear = await hearPages(page);
    messages = await hear(health);
    documents.push(...(await documentsOf(page)));
    cloud.sandbox.faults.add({ match: 'arm\\..*', do: 'invalidToken', times: 1 });
    await health.getByRole('button', { name: 'Read from Azure' }).click();
    const refusal = health.getByRole('region', { name: 'What went wrong' }).getByText(/Azure did not accept the sign-in/);
    await refusal.waitFor();
    await health.getByRole('button', { name: 'Read from Azure' }).click();
    await refusal.waitFor({ state: 'detached' });
    await health.getByRole('button', { name: 'Copy report' }).click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('contoso-development'));
    await screenshotInEveryTheme('azure-health');
    await runCommand(page, 'Defender Connectors: Show Coverage');
    const coverage = await webviewFrame(page, '#page h1:has-text("Coverage")');
    await hear(coverage);
    await coverage.locator('tbody tr', { hasText: '827098768879' }).first().waitFor({ timeout: 30_000 });
  });

  it('leaves no token in a log, a page, a message, a file or the clipboard', async () => {
    const { page, server, cloud, folder } = ui();
    const tokens = [...cloud.sandbox.azure.world.tokens.keys()];
    assert.ok(tokens.length > 0);
    documents.push(...(await documentsOf(page)));
    assert.ok(messages.some((text) => text.includes('contoso-development.connector.yaml')), 'no message to a page was heard');
    const places = {
      file: [...textsUnder(server.dataDir), ...textsUnder(folder), ...textsUnder(cloud.env['HOME'] ?? '')],
      output: [server.output()],
      document: documents,
      message: messages,
      clipboard: [await copied(page)],
    };
    for (const [place, texts] of Object.entries(places)) {
      assert.ok(texts.some((text) => text !== ''), `nothing was read: ${place}`);
      for (const token of tokens) assert.ok(!texts.some((text) => text.includes(token)), `a token in a ${place}`);
    }
  });
});

const withStatus = (report: JsonObject | undefined, code: string): JsonObject =>
  JSON.parse(JSON.stringify(report).replace(/"code":"\w+"/, `"code":"${code}"`)) as JsonObject;
