import { strict as assert } from 'node:assert';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startAfresh, ui } from './driver/fixture';
import { openFile } from './driver/quick-input';
import { screenshotInEveryTheme } from './driver/screenshot';
import { expand, inlineAction, openView, treeItem } from './driver/views';

describe('the tree', () => {
  before(async () => {
    await openFile(await startAfresh(), 'contoso-development.connector.yaml');
  });
  beforeEach(() => openView(ui().page, 'Defender Connectors'));

  it('lists the connectors of the workspace with their health in words', async () => {
    await treeItem(ui().page, /^Connector contoso-development, AWS account 123456789012 .*not looked up/).waitFor();
    await treeItem(ui().page, /^Connector contoso-organization, /).waitFor();
    await treeItem(ui().page, /^Connector with-mistakes, .*\d+ errors/).waitFor();
  });

  it('shows plans, features and stack under a connector', async () => {
    const { page } = ui();
    await expand(page, /^Connector contoso-development/);
    await expand(page, /^Plan .*Servers/);
    await treeItem(page, /^Stack defender-for-cloud, Region us-east-1.*not looked up/).waitFor();
    await treeItem(page, /^Feature Agentless/).waitFor();
    await page.mouse.move(800, 500);
    await screenshotInEveryTheme('tree');
  });

  it('sees files that come, change and go', async () => {
    const { page, folder } = ui();
    const file = join(folder, 'fabrikam.connector.yaml');
    writeFileSync(file, 'name: fabrikam\n');
    await treeItem(page, /^Connector fabrikam, .*\d+ errors?/).waitFor();
    writeFileSync(file, 'name: fabrikam-two\n');
    await treeItem(page, /^Connector fabrikam-two/).waitFor();
    rmSync(file);
    await treeItem(page, /^Connector fabrikam/).waitFor({ state: 'detached' });
  });

  it('opens a connector by its inline action', async () => {
    const { page } = ui();
    await inlineAction(page, /^Connector contoso-organization/, 'Open Connector File');
    await page.getByRole('tab', { name: 'contoso-organization.connector.yaml' }).waitFor();
    assert.ok(true);
  });
});
