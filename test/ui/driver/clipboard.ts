import type { Page } from 'playwright-core';

/** Lets VS Code and the test read and write what is copied. Once for each window's context. */
export const allowClipboard = (page: Page): Promise<void> => page.context().grantPermissions(['clipboard-read', 'clipboard-write']);

/** What was copied, as soon as there is anything. A browser gives the clipboard to a document that has the focus only; that may be a page's inside the window. */
export async function copied(page: Page): Promise<string> {
  await focusWindow(page);
  const text = await page.waitForFunction(() => navigator.clipboard.readText(), null, { timeout: 10_000 });
  return text.jsonValue();
}

export async function copy(page: Page, text: string): Promise<void> {
  await focusWindow(page);
  await page.evaluate((given) => navigator.clipboard.writeText(given), text);
}

async function focusWindow(page: Page): Promise<void> {
  await page.locator('.activitybar').getByRole('tab').first().focus();
  await page.waitForFunction(() => document.hasFocus() && !(document.activeElement instanceof HTMLIFrameElement));
}
