import type { Locator, Page } from 'playwright-core';
import { until } from './until';

const widget = (page: Page): Locator => page.locator('.quick-input-widget');
const input = (page: Page): Locator => widget(page).locator('input[type=text]').first();

/** The rows of whatever list VS Code asks the user to choose from. */
export const quickPickItems = (page: Page): Locator => widget(page).locator('.quick-input-list .monaco-list-row').filter({ visible: true });

/** Runs a command by its full title, as it stands in the palette: "Defender Connectors: Deploy". */
export async function runCommand(page: Page, title: string): Promise<void> {
  // By the whole of its name: what was typed is marked in longer names too, as an element of its own.
  const name = page.locator('.label-name', { hasText: new RegExp(`^${escape(title)}$`) });
  const row = quickPickItems(page).filter({ has: name }).first();
  // A palette does not learn of what a window that is still settling offers a moment later: it is opened anew.
  await until(row, async () => {
    if (await input(page).isVisible()) await page.keyboard.press('Escape');
    await until(input(page), () => page.keyboard.press('F1'));
    await input(page).fill(`>${title}`);
  });
  await row.click({ timeout: 10_000 });
  // The next key press would land in the palette that is closing. A command may open a list of its own at once.
  await page.waitForFunction(isPaletteGone);
}

/** Opens a file of the workspace in an editor. */
export async function openFile(page: Page, name: string): Promise<void> {
  await until(input(page), () => page.keyboard.press('Control+p'));
  await input(page).fill(name);
  await quickPickItems(page).filter({ hasText: name }).first().click();
  await widget(page).waitFor({ state: 'hidden' });
  await page.getByRole('tab', { name: new RegExp(escape(name.split('/').at(-1) ?? name)) }).first().waitFor();
}

/** Chooses a row of the list that is shown, by a part of its text. */
export async function pick(page: Page, text: string): Promise<void> {
  await quickPickItems(page).filter({ hasText: text }).first().click();
}

/** Answers a question for a text, or for a secret. */
export async function answer(page: Page, text: string): Promise<void> {
  const box = widget(page).locator('input[type=text], input[type=password]').first();
  await box.waitFor();
  await box.fill(text);
  await page.keyboard.press('Enter');
}

const isPaletteGone = (): boolean => {
  const box = document.querySelector<HTMLElement>('.quick-input-widget');
  if (!box || box.style.display === 'none') return true;
  return !box.querySelector<HTMLInputElement>('input[type=text]')?.value.startsWith('>');
};

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
