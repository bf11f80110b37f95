import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { violations } from './deployment-page';
import { allowClipboard, copied, copy } from './driver/clipboard';
import { pressDialogButton, readDialog } from './driver/dialog';
import { closeEditors } from './driver/editor';
import { startAfresh, ui } from './driver/fixture';
import { answer, openFile, pick, runCommand } from './driver/quick-input';
import { screenshotInEveryTheme } from './driver/screenshot';
import { webviewFrame } from './driver/webview';

const roleExists = 'Role with name CspmMonitorAws already exists. (Service: Iam, Status Code: 409)';
const denied = { allowed: false, explicitDeny: false, context: { principal: { arn: 'arn:aws:iam::123456789012:user/dev' }, action: 'iam:CreateRole', resource: 'arn:aws:iam::123456789012:role/CspmMonitorAws' } };
const encoded = `You are not authorized to perform this operation. Encoded authorization failure message: ${Buffer.from(JSON.stringify(denied)).toString('base64url')}`;

describe('explaining an error in the editor', function () {
  this.timeout(90_000);
  let page: Page;
  before(async () => {
    page = await startAfresh();
    await allowClipboard(page);
  });
  afterEach(() => closeEditors(page));

  const explaining = (title: string): Promise<Frame> => webviewFrame(page, `#page h1:has-text(${JSON.stringify(title)})`);
  const ask = () => runCommand(page, 'Defender Connectors: Explain Error…');

  it('takes a text that is pasted, and offers what can be done now', async () => {
    await copy(page, '');
    await ask();
    await answer(page, roleExists);
    const frame = await explaining('The role CspmMonitorAws exists already');
    assert.match(await frame.locator('#page').innerText(), /What to do[\s\S]*The text\s+Role with name CspmMonitorAws/);
    await frame.getByText('aws iam get-role --role-name CspmMonitorAws').waitFor({ state: 'attached' });
    assert.deepEqual(await violations(frame), []);
    await page.mouse.move(800, 760);
    await screenshotInEveryTheme('explain-error');
    await frame.getByRole('button', { name: 'Copy as Markdown' }).click();
    assert.match(await copied(page), /^# The role CspmMonitorAws exists already/);
    await frame.getByRole('button', { name: 'Open the connector file' }).click();
    await pick(page, 'contoso-development');
    await page.getByRole('tab', { name: 'contoso-development.connector.yaml' }).waitFor();
  });

  it('takes what is in the clipboard', async () => {
    await copy(page, 'Stack:arn:aws:cloudformation:us-east-1:123456789012:stack/defender/1 is in ROLLBACK_COMPLETE state and can not be updated.');
    await ask();
    await pick(page, 'Clipboard');
    const frame = await explaining('The stack can only be deleted: it is in ROLLBACK_COMPLETE');
    await frame.getByRole('button', { name: 'Review the deletion of the stack' }).waitFor();
    await frame.getByRole('button', { name: 'Preview the deployment' }).waitFor();
  });

  it('takes what is selected, and keeps the text of an error that nobody knows', async () => {
    const unknown = 'The flux compensator 4711 of <b>Contoso</b> has run dry.';
    writeFileSync(join(ui().folder, 'error.txt'), unknown);
    await openFile(page, 'error.txt');
    await page.locator('.monaco-editor.focused').first().waitFor();
    await page.keyboard.press('Control+a');
    await ask();
    await pick(page, 'Selected text');
    const frame = await explaining('This error is not known here');
    assert.equal(await frame.locator('pre').innerText(), unknown);
    await screenshotInEveryTheme('explain-unknown');
  });

  it('has AWS decode a hidden reason after a question, and says what to do when it may not', async () => {
    ui().cloud.sandbox.faults.add({ match: 'sts.DecodeAuthorizationMessage', do: 'denied', times: 1 });
    await copy(page, encoded);
    await ask();
    await pick(page, 'Clipboard');
    const frame = await explaining('AWS denied the action and hid the reason');
    const decode = frame.getByRole('button', { name: 'Decode the reason' });
    await decode.click();
    await pick(page, 'sandbox-single');
    const { message, detail } = await readDialog(page);
    assert.match(message, /decode the reason with profile sandbox-single/);
    assert.match(detail, /sts:DecodeAuthorizationMessage[\s\S]*nothing is changed/);
    await pressDialogButton(page, 'Decode');
    await frame.locator('#page').getByText('Profile sandbox-single may not decode the reason: it lacks sts:DecodeAuthorizationMessage.').waitFor();
    assert.deepEqual(await violations(frame), []);
    await page.mouse.move(800, 760);
    await screenshotInEveryTheme('explain-decode-denied');

    await decode.click();
    await pick(page, 'sandbox-single');
    await pressDialogButton(page, 'Decode');
    const decoded = await explaining('arn:aws:iam::123456789012:user/dev may not do iam:CreateRole');
    await decoded.getByText('No statement allows iam:CreateRole on arn:aws:iam::123456789012:role/CspmMonitorAws.').waitFor();
    assert.equal(await decoded.getByRole('button', { name: 'Decode the reason' }).count(), 0);
    await screenshotInEveryTheme('explain-decoded');
  });

  it('leaves AWS alone when the question is answered with no', async () => {
    const asked = () => ui().cloud.sandbox.requests().filter(({ operation }) => operation === 'sts.DecodeAuthorizationMessage').length;
    const before = asked();
    await copy(page, encoded);
    await ask();
    await pick(page, 'Clipboard');
    const frame = await explaining('AWS denied the action and hid the reason');
    await frame.getByRole('button', { name: 'Decode the reason' }).click();
    await pick(page, 'sandbox-single');
    await readDialog(page);
    await pressDialogButton(page, 'Cancel');
    await frame.locator('#page[aria-busy=false]').waitFor();
    assert.equal(asked(), before);
  });
});
