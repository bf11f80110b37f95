import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';

/** Texts of all files under a folder; links are not followed. */
export const textsUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));

/** What each window was asked to keep; it is asked once, also when a test is tried again. */
const kept = new WeakMap<Page, string[]>();

/** Messages to pages, kept here from now on: a page in a tab behind another one is gone with what it has heard. */
export async function hearPages(page: Page): Promise<(frame: Frame) => Promise<readonly string[]>> {
  const heard = kept.get(page) ?? [];
  if (!kept.has(page)) await page.exposeFunction('keepForTest', (text: string) => void heard.push(text));
  kept.set(page, heard);
  return async (frame) => {
    await frame.evaluate(() => {
      window.addEventListener('message', ({ data }) => (window as unknown as { keepForTest(text: string): void }).keepForTest(JSON.stringify(data)));
    });
    return heard;
  };
}

/** The documents of the window and of the pages that are shown in it. */
export const documentsOf = (page: Page): Promise<readonly string[]> =>
  Promise.all(page.frames().map((frame) => frame.evaluate(() => document.documentElement.outerHTML).catch(() => '')));
