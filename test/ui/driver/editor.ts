import type { Locator, Page } from 'playwright-core';
import { runCommand } from './quick-input';
import { until } from './until';

export const squiggles = (page: Page, severity: 'error' | 'warning' | 'info'): Locator => page.locator(`.monaco-editor .squiggly-${severity}`);

/** Lines of the editor as shown; its blanks are no-break spaces. */
export const editorLine = (page: Page, text: string): Locator => page.locator('.view-line').filter({ hasText: text.replaceAll(' ', '\u00a0') });

/** Puts the cursor at a place, both counted from 1. */
export async function goTo(page: Page, line: number, column = 1): Promise<void> {
  const input = page.locator('.quick-input-widget input[type=text]').first();
  await until(input, () => page.keyboard.press('Control+g'));
  await input.fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Opens the quick-fix menu at the cursor and gives the entry with this text. */
export async function quickFix(page: Page, title: string): Promise<Locator> {
  const entry = page.locator('.action-widget').getByText(title).first();
  await until(entry, () => page.keyboard.press('Control+.'));
  return entry;
}

/** And waits until they are gone: a page that is on its way out would be taken for the one that comes next. */
export async function closeEditors(page: Page): Promise<void> {
  await runCommand(page, 'View: Close All Editors');
  await page.locator('iframe.webview').first().waitFor({ state: 'detached' });
}
