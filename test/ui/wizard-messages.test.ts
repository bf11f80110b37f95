import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { startAfresh, ui } from './driver/fixture';
import { openFile, runCommand } from './driver/quick-input';
import { addAccount, choose, fill, fillAccount, press, toggle, wizardAt } from './wizard-page';

/** Types into a field, leaves it, and waits for what is said there. */
async function says(frame: Frame, field: string, typed: string, message: string): Promise<void> {
  await fill(frame, field, typed);
  await leave(frame);
  await told(frame, field, message);
}

/** Waits until this is said at the field; an empty message: nothing. */
async function told(frame: Frame, field: string, message: string): Promise<void> {
  const problem = frame.locator(`[data-field="${field}"] .problem`);
  let text = '';
  for (let tries = 0; tries < 80; tries += 1) {
    text = (await problem.textContent()) ?? '';
    if (message === '' ? text === '' : text.includes(message)) return;
    await frame.waitForTimeout(100);
  }
  assert.fail(`${field} says "${text}", not "${message}"`);
}

/** Puts the focus where no field is: what is wrong with a field is told once it was left. */
const leave = (frame: Frame): Promise<void> => frame.locator('h2').first().evaluate((heading) => heading.focus());

type Case = readonly [field: string, typed: string, message: string];

const id = 'it must be an id such as 11111111-2222-4333-8444-555555555555.';

/** Every message of a field of the first step, what is missing first. */
const accountCases: readonly Case[] = [
  ['name', '', 'Enter a name for the connector.'],
  ['name', 'a/b', 'it must be a name without #, /, ? and \\.'],
  ['name', 'contoso-development', 'The file contoso-development.connector.yaml is there already. Choose another name, or edit that file.'],
  ['account.id', '', 'Enter the AWS account id: twelve digits.'],
  ['account.id', '1234', 'has 4 digits, and an AWS account id has twelve.'],
  ['account.id', '123456789012', ''], // what the next are compared with
  ['account.excluded', '123', 'Excluded account "123" has 3 digits'],
  ['account.excluded', '123456789012', 'Account 123456789012 is the management account, which cannot be excluded. Remove it.'],
  ['account.excluded', '210987654321, 210987654321', 'Account 210987654321 is excluded twice. Remove it here.'],
  ['azure.tenant', '', 'Enter the id of your Microsoft Entra tenant.'],
  ['azure.tenant', 'contoso', `azure.tenant is contoso, but ${id}`],
  ['azure.subscription', '', 'Enter the id of the Azure subscription.'],
  ['azure.subscription', 'contoso', `azure.subscription is contoso, but ${id}`],
  ['azure.resourceGroup', '', 'Enter the resource group of the connector.'],
  ['azure.resourceGroup', 'a b', 'it must be letters, digits, hyphens, underscores, dots and parentheses.'],
  ['azure.resourceGroup', 'x'.repeat(91), 'azure.resourceGroup has more than 90 characters. Shorten it.'],
  ['azure.location', '', 'Enter the Azure location of the connector.'],
  ['azure.location', 'usgovvirginia', 'Location usgovvirginia is in Azure Government, which has no connectors to AWS.'],
  ['azure.location', 'chinaeast2', 'is in Azure operated by 21Vianet, which has no connectors to AWS.'],
];

const accessCases: readonly Case[] = [
  ['deployment.stack', '', 'Enter a name for the stack.'],
  ['deployment.stack', '1a', 'it must be a name that starts with a letter and goes on with letters, digits and hyphens.'],
  ['deployment.stack', `a${'x'.repeat(128)}`, 'deployment.stack has more than 128 characters. Shorten it.'],
  ['account.stackSet', '', 'Enter a name for the StackSet.'],
  ['account.stackSet', '1a', 'it must be a name that starts with a letter'],
  ['account.stackSet', `a${'x'.repeat(128)}`, 'account.stackSet has more than 128 characters. Shorten it.'],
  ['deployment.region', '', 'Enter the region of the stack.'],
  ['deployment.region', 'nowhere', 'Region nowhere is not among those known'],
  ['deployment.region', 'us-gov-west-1', 'is in AWS GovCloud, which Defender for Cloud cannot connect.'],
  ['deployment.region', 'cn-north-1', 'is in China, which Defender for Cloud cannot connect.'],
  ['deployment.templateUrl', 'http://contoso.com/a.json', 'it must be an https address such as https://bucket.s3.us-east-1.amazonaws.com/template.json.'],
  ['deployment.templateUrl', 'https://templates.contoso.com/a.json', 'CloudFormation reads templates from S3, and https://templates.contoso.com/a.json is no address of an object there.'],
  ['deployment.templateUrl', 'https://b.s3.us-east-1.amazonaws.com/a.json?X-Amz-Signature=1', 'The address carries a signature, which opens the object to everybody who reads this file.'],
  ['deployment.templateUrl', '', ''],
];

const roleCases: readonly Case[] = [
  ['roles.cspmMonitor', 'bad name!', 'it must be a role name: letters, digits'],
  ['roles.cspmMonitor', 'x'.repeat(65), 'roles.cspmMonitor has more than 64 characters. Shorten it.'],
];

describe('messages at the fields of the wizard', function () {
  this.timeout(20_000);
  let frame: Frame;
  let page: Page;

  before(async function () {
    this.timeout(60_000);
    await startAfresh();
    page = ui().page;
    frame = await addAccount(page);
    await fillAccount(frame, '123456789012');
    await choose(frame, 'account.type', 'Management account');
  });

  for (const [field, typed, message] of accountCases) {
    it(`${field} with "${typed.slice(0, 20)}": ${message || 'nothing'}`, () => says(frame, field, typed, message));
  }

  it('regions: none, and what one does not have', async () => {
    await choose(frame, 'regions', 'Only these');
    await leave(frame);
    await told(frame, 'regions', 'Choose at least one region, or all regions.');
    await fillAccount(frame, '123456789012');
    await fill(frame, 'name', 'messages');
    await fill(frame, 'account.excluded', '');
    await frame.locator('[data-field="regions"] vscode-checkbox', { hasText: 'af-south-1' }).click();
    await press(frame, 'Next');
    await wizardAt('Select plans');
    await toggle(frame, 'plans.defenderCspm');
    await frame.getByRole('button', { name: /Account details/ }).click();
    await told(frame, 'regions', 'Defender CSPM: Sensitive data discovery does not work in region af-south-1.');
    await choose(frame, 'regions', 'All regions');
    await press(frame, 'Next');
    await wizardAt('Select plans');
  });

  it('plans that need each other', async () => {
    await open(frame, 'Configure Defender for Servers');
    await fill(frame, 'plans.servers.agentlessScanning.excludeTags', 'team=lab');
    await leave(frame);
    await told(frame, 'plans.servers.agentlessScanning.excludeTags', 'both plans share one scanner. Write the same tags.');
    await fill(frame, 'plans.servers.agentlessScanning.excludeTags', '');
    await toggle(frame, 'plans.defenderCspm');
    await choose(frame, 'plans.servers.tier', 'Plan 1');
    await press(frame, 'Next');
    await told(frame, 'plans.servers.agentlessScanning', 'Agentless scanning needs Defender for Servers Plan 2 or Defender CSPM, and the tier is P1.');
    await choose(frame, 'plans.servers.tier', 'Plan 2');
  });

  it('numbers of a plan', async () => {
    await open(frame, 'Configure Defender for Containers');
    const field = 'plans.containers.threatProtection.retentionDays';
    await says(frame, field, '0', 'is less than 1. Write 1 or more.');
    await says(frame, field, 'x', 'must be a whole number, and it is x. Write one.');
    await fill(frame, field, '30');
    await press(frame, 'Next');
    await wizardAt('Configure access');
  });

  for (const [field, typed, message] of accessCases) {
    it(`${field} with "${typed.slice(0, 20)}": ${message || 'nothing'}`, () => says(frame, field, typed, message));
  }

  it("the portal's template without a file", async () => {
    await fill(frame, 'deployment.template', '');
    await choose(frame, 'deployment.templateFrom', 'Downloaded from the portal');
    await leave(frame);
    await told(frame, 'deployment.templateFrom', "The portal's template is to be deployed, but no file is named.");
    await choose(frame, 'deployment.templateFrom', 'Generated');
    await told(frame, 'deployment.templateFrom', '');
  });

  it('role names', async function () {
    this.timeout(40_000);
    await open(frame, 'Role names');
    for (const [field, typed, message] of roleCases) await says(frame, field, typed, message);
    await fill(frame, 'roles.cspmMonitor', 'Twin');
    await says(frame, 'roles.agentlessScanner', 'Twin', 'both have the name Twin. Give each a name of its own.');
  });

  it('sensitive data that a file switches off beside open-source databases, which turn it on', async function () {
    this.timeout(60_000);
    const { folder } = ui();
    const example = readFileSync(join(folder, 'contoso-development.connector.yaml'), 'utf8');
    const crossed = example.replace('sensitiveDataDiscovery: true', 'sensitiveDataDiscovery: false').replace('plans:\n', 'plans:\n  databases:\n    openSource: true\n');
    writeFileSync(join(folder, 'crossed.connector.yaml'), crossed);
    await openFile(page, 'crossed.connector.yaml');
    await page.locator('.monaco-editor.focused').first().waitFor();
    await runCommand(page, 'Defender Connectors: Edit in Wizard');
    const edited = await wizardAt('Account details');
    await press(edited, 'Next');
    await wizardAt('Select plans');
    await press(edited, 'Next'); // a warning holds nobody back
    await wizardAt('Configure access');
    await edited.getByRole('button', { name: /Select plans/ }).click();
    await told(edited, 'plans.defenderCspm.sensitiveDataDiscovery', 'Sensitive data discovery is off here, but plans.databases.openSource turns it on. Write true.');
    await edited.locator('summary', { hasText: 'Configure Defender CSPM ⚠ has warnings' }).waitFor();
    await open(edited, 'Configure Defender CSPM');
    await toggle(edited, 'plans.defenderCspm.sensitiveDataDiscovery');
    await edited.locator('aside .line', { hasText: 'sensitiveDataDiscovery: true' }).waitFor();
    await edited.waitForFunction(() => document.querySelector('[data-field="plans.defenderCspm.sensitiveDataDiscovery"] .problem')?.textContent === '');
  });
});

const open = (frame: Frame, summary: string): Promise<void> =>
  frame
    .locator('details', { has: frame.locator('summary', { hasText: summary }) })
    .first()
    .evaluate((details: HTMLDetailsElement) => {
      details.open = true;
    });
