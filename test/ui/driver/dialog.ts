import type { Locator, Page } from 'playwright-core';

export interface NativeDialog {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

const box = (page: Page): Locator => page.locator('.monaco-dialog-box');

/** Waits for VS Code's own modal dialog and reads it. */
export async function readDialog(page: Page): Promise<NativeDialog> {
  await box(page).waitFor({ timeout: 20_000 });
  const text = async (selector: string) => ((await box(page).locator(selector).allInnerTexts())[0] ?? '').trim();
  return {
    message: await text('.dialog-message-text, .dialog-message'),
    detail: await text('.dialog-message-detail'),
    buttons: (await box(page).locator('.dialog-buttons .monaco-button').allInnerTexts()).map((label) => label.trim()),
  };
}

export async function pressDialogButton(page: Page, label: string): Promise<void> {
  await box(page).locator('.dialog-buttons').getByRole('button', { name: label, exact: true }).click();
  await box(page).waitFor({ state: 'hidden' });
}
