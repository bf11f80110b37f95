import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';

/** Texts of all files under a folder; links are not followed. */
export const textsUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));

/** Messages to pages, kept here from now on: a page in a tab behind another one is gone with what it has heard. */
export async function hearPages(page: Page): Promise<(frame: Frame) => Promise<readonly string[]>> {
  const heard: string[] = [];
  await page.exposeFunction('keepForTest', (text: string) => void heard.push(text));
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
