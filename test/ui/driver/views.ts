import type { Locator, Page } from 'playwright-core';
import { until } from './until';

/** Shows a view container of the activity bar, by its title. */
export async function openView(page: Page, container: string): Promise<void> {
  const title = page.locator('.sidebar .composite.title').getByText(container, { exact: false }).first();
  if (await title.isVisible()) return; // A click on the shown one would hide it.
  await until(title, () => page.locator('.activitybar').getByRole('tab', { name: container }).click());
  await moveAway(page);
}

/** A row of the tree that is shown in the side bar, by a part of its label. */
export const treeItem = (page: Page, label: string | RegExp): Locator => page.locator('.sidebar').getByRole('treeitem', { name: label }).first();

export async function expand(page: Page, label: string | RegExp): Promise<void> {
  const row = treeItem(page, label);
  await row.waitFor();
  if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
}

/** Walks down a tree by the keyboard, from a row that is in sight, until another one is: rows out of sight are not drawn. */
export async function walkTo(page: Page, from: string | RegExp, label: string | RegExp): Promise<void> {
  await treeItem(page, from).locator('.monaco-icon-label').click();
  for (let step = 0; step < 40 && !(await treeItem(page, label).isVisible()); step += 1) await page.keyboard.press('PageDown');
  await treeItem(page, label).waitFor();
}

/** Presses an inline action of a row by its title. The buttons are shown on hover. */
export async function inlineAction(page: Page, label: string | RegExp, title: string): Promise<void> {
  const row = treeItem(page, label);
  await row.hover();
  await row.getByRole('button', { name: title }).click();
  await moveAway(page);
}

/** Else a tooltip stays. */
const moveAway = (page: Page): Promise<void> => page.mouse.move(800, 400);
