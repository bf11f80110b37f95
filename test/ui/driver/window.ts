import type { Page } from 'playwright-core';
import type { Server } from '../../../tools/host/server';
import { workbenchUrl } from '../../../tools/host/workbench-url';

const limitMs = 60_000;

/** Shows a VS Code window on a folder and waits until its extensions are there: icons may come from a cache before that. */
export async function openWindow(page: Page, server: Server, folder: string): Promise<void> {
  await page.goto(workbenchUrl(server, { folder }));
  await page.waitForSelector('.monaco-workbench', { timeout: limitMs });
  await page.waitForFunction(() => performance.getEntriesByName('code/didLoadExtensions').length > 0, null, { timeout: limitMs });
}
