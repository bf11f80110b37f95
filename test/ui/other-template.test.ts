import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openConnector, pageShowing, previewWith, violations } from './deployment-page';
import { pressDialogButton, readDialog } from './driver/dialog';
import { startAfresh, ui } from './driver/fixture';
import { answer, pick, quickPickItems } from './driver/quick-input';
import { screenshotInEveryTheme } from './driver/screenshot';

describe('deploying another template than the connector\'s', function () {
  this.timeout(120_000);
  let page: Page;
  let server: Server;
  let other: string;
  before(async () => {
    page = await startAfresh();
    const template = readFileSync(join(ui().folder, 'contoso-development.template.json'), 'utf8');
    other = template.replace('"Description": "', '"Description": "Another one. ');
    assert.notEqual(other, template);
    writeFileSync(join(ui().folder, 'other.template.json'), other);
    server = createServer((_request, response) => void response.end(other));
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  });
  after(() => void server.close());

  it('is asked for on the page, comes from a file, and says so', async () => {
    await openConnector(page, 'contoso-development.connector.yaml');
    await previewWith(page, 'sandbox-single');
    const own = await pageShowing('What changes');
    await own.getByRole('button', { name: 'Another template…' }).click();
    await pick(page, 'other.template.json');
    const frame = await pageShowing('What changes');
    await frame.getByText("other.template.json, in place of the connector's own.").waitFor();
    assert.deepEqual(await violations(frame), []);
    await page.mouse.move(800, 640);
    await frame.getByText("in place of the connector's own.").scrollIntoViewIfNeeded();
    await screenshotInEveryTheme('deployment-other-template');
  });

  it('is still the one when the preview is made again', async () => {
    const before = await pageShowing('What changes');
    await before.getByRole('button', { name: 'Preview again' }).click();
    await before.locator('#page[aria-busy=true]').waitFor();
    const frame = await pageShowing('What changes');
    await frame.getByText("other.template.json, in place of the connector's own.").waitFor();
  });

  it('comes from an address, and is deployed', async () => {
    const before = await pageShowing('What changes');
    await before.getByRole('button', { name: 'Another template…' }).click();
    await pick(page, 'Give an address…');
    await answer(page, `http://127.0.0.1:${(server.address() as AddressInfo).port}/from-elsewhere.template.json`);
    const frame = await pageShowing('What changes');
    await frame.getByText("from-elsewhere.template.json, in place of the connector's own.").waitFor();
    await frame.getByRole('button', { name: 'Deploy…' }).click();
    await pressDialogButton(page, 'Create stack');
    await pageShowing('Deployed', 60_000);
    const stack = ui().cloud.sandbox.state.account('123456789012').stacks.find(({ name }) => name === 'defender-for-cloud');
    assert.match(JSON.stringify(stack), /Another one\. /);
  });

  it('is told to have errors before AWS is asked, and previewed only when one agrees', async () => {
    const wrong = other.replaceAll('MicrosoftDefenderForClouds_', 'SomebodyElse_');
    assert.notEqual(wrong, other);
    writeFileSync(join(ui().folder, 'wrong.template.json'), wrong);
    const done = await pageShowing('Deployed');
    await done.getByRole('button', { name: 'Another template…' }).click();
    await quickPickItems(page).filter({ hasText: 'wrong.template.json' }).waitFor();
    const validated = () => ui().cloud.sandbox.requests().filter(({ operation }) => operation === 'cloudformation.ValidateTemplate').length;
    const asked = validated();
    await pick(page, 'wrong.template.json');
    const { message, detail } = await readDialog(page);
    assert.match(message, /errors/);
    assert.match(detail, /wrong\.template\.json has .* in line \d+: /);
    assert.equal(validated(), asked);
    await pressDialogButton(page, 'Cancel');
    const refused = await pageShowing('Stopped');
    await refused.locator('#page').getByText(/wrong\.template\.json has/).waitFor();
  });
});
