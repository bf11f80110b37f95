import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { toArmBody } from '../../src/core/generate/arm-body';
import type { AzureSession } from '../../src/extension/azure/azure-session';
import { inventoryStore, type InventoryStore } from '../../src/extension/connectors/azure-inventory';
import { backgroundRefresh } from '../../src/extension/connectors/background-refresh';
import { connector, group, startAzureCloud, subscription, type AzureCloud } from '../sandbox/azure/azure-cloud';
import { standInSession } from './stand-in-session';
import { eventually } from './the-extension';

const setting = (minutes: number | undefined) => vscode.workspace.getConfiguration('defenderConnectors').update('azureRefreshMinutes', minutes, vscode.ConfigurationTarget.Workspace);
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const reading = 'SecurityConnectors_List';
const interval = 400;

describe('reading Azure again in the background', function () {
  this.timeout(30_000);
  let cloud: AzureCloud;
  let session: AzureSession;
  let inventory: InventoryStore;
  let background: vscode.Disposable;
  let seen: boolean;
  const seenChanged = new vscode.EventEmitter<void>();
  const reads = () => cloud.count(reading);
  const shows = (value: boolean) => {
    seen = value;
    seenChanged.fire();
  };

  beforeEach(async () => {
    cloud = await startAzureCloud({ clock: { msPerStep: 1 } });
    cloud.sandbox.azure.connector(subscription, { resourceGroup: group, name: 'contoso', body: toArmBody(connector).body });
    await setting(interval / 60_000);
    seen = true;
    session = standInSession(cloud);
    inventory = inventoryStore(session, (error) => assert.fail(String(error)));
    background = backgroundRefresh({ inventory, isSeen: () => seen, onDidChangeSeen: [seenChanged.event] });
  });
  afterEach(async () => {
    vscode.Disposable.from(background, inventory, session).dispose();
    await setting(undefined);
    await cloud.stop();
  });

  it('begins with what somebody asked for, and goes on by itself', async () => {
    await wait(3 * interval);
    assert.equal(reads(), 0);
    await inventory.refresh();
    await eventually(() => (reads() >= 4 ? true : undefined), 'three looks in the background');
  });

  it('pauses while nobody sees it, and makes up for it once when somebody does', async () => {
    await inventory.refresh();
    shows(false);
    const before = reads();
    await wait(4 * interval);
    assert.equal(reads(), before);
    shows(true);
    await eventually(() => (reads() === before + 1 ? true : undefined), 'one look', 5_000);
  });

  it('stops when the setting is 0, and keeps on when it is set back', async () => {
    await inventory.refresh();
    await setting(0);
    const before = reads();
    await wait(4 * interval);
    assert.equal(reads(), before);
    await setting(interval / 60_000);
    await eventually(() => (reads() > before ? true : undefined), 'the next look');
  });

  it('leaves Azure alone for as long as it asks, and shows what it knew', async () => {
    await inventory.refresh();
    cloud.sandbox.faults.add({ match: `arm\\.${reading}`, do: 'throttle', retryAfter: 3_600 });
    await eventually(() => inventory.problem, 'a refusal');
    assert.equal(inventory.problem?.code, 'throttled');
    assert.deepEqual(inventory.current?.connectors.map(({ key }) => key.name), ['contoso']);
    cloud.sandbox.faults.clear();
    const before = reads();
    await wait(6 * interval);
    assert.equal(reads(), before);
    await inventory.refresh(); // Somebody may ask at any time.
    assert.equal(inventory.problem, undefined);
    await eventually(() => (reads() >= before + 3 ? true : undefined), 'the usual looks again');
  });
});
