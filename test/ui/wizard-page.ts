import type { Frame, Page } from 'playwright-core';
import { pressDialogButton } from './driver/dialog';
import { ui } from './driver/fixture';
import { runCommand } from './driver/quick-input';
import { webviewFrame } from './driver/webview';

/** Opens the wizard for a new connector. */
export async function addAccount(page: Page): Promise<Frame> {
  await runCommand(page, 'Defender Connectors: Add AWS Account');
  return wizardAt('Account details');
}

/** The wizard's document, once it shows this step. */
export async function wizardAt(step: string): Promise<Frame> {
  const frame = await webviewFrame(ui().page, 'main[aria-busy="false"] .steps');
  await frame.locator('h2', { hasText: step }).first().waitFor({ timeout: 15_000 });
  return frame;
}

/** Types into a field, by its path in the connector file. */
export async function fill(frame: Frame, field: string, text: string): Promise<void> {
  await frame.locator(`[data-field="${field}"] input, [data-field="${field}"] textarea`).first().fill(text);
}

export const choose = (frame: Frame, field: string, label: string): Promise<void> =>
  frame.locator(`[data-field="${field}"] vscode-radio`, { hasText: label }).click();

export const toggle = (frame: Frame, field: string): Promise<void> => frame.locator(`[data-field="${field}"] vscode-checkbox`).first().click();

export const press = (frame: Frame, button: string): Promise<void> => frame.getByRole('button', { name: button, exact: true }).click();

export const problemOf = (frame: Frame, field: string): Promise<string> => frame.locator(`[data-field="${field}"] .problem`).innerText();

/** What every connector has to say, all but its name. */
export async function fillAccount(frame: Frame, accountId: string): Promise<void> {
  await fill(frame, 'account.id', accountId);
  await fill(frame, 'azure.tenant', '11111111-2222-4333-8444-555555555555');
  await fill(frame, 'azure.subscription', '66666666-7777-4888-9999-000000000000');
  await fill(frame, 'azure.resourceGroup', 'rg-security');
  await fill(frame, 'azure.location', 'eastus');
}

export const valueOf = (frame: Frame, field: string): Promise<string> => frame.locator(`[data-field="${field}"] input`).first().inputValue();

/** Forgets what a test has answered, so that the next begins with an empty wizard. */
export async function startOver(page: Page): Promise<void> {
  await runCommand(page, 'Defender Connectors: Add AWS Account');
  const frame = await wizardAt('');
  await press(frame, 'Start over…');
  await pressDialogButton(page, 'Start over');
  await frame.waitForFunction(() => document.querySelector<HTMLElement & { value: string }>('[data-field="name"] vscode-text-field')?.value === '');
}
