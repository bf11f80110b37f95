import type { Frame, Page } from 'playwright-core';

const patience = 20_000;

/** The document of our webview page in which the selector matches. VS Code nests it two frames deep and gives it no name. */
export async function webviewFrame(page: Page, marker: string, limitMs = patience): Promise<Frame> {
  const end = Date.now() + limitMs;
  while (Date.now() < end) {
    for (const frame of page.frames()) {
      if (frame !== page.mainFrame() && (await holds(frame, marker))) return frame;
    }
    await page.waitForTimeout(100);
  }
  throw new Error(`No webview holds "${marker}". Frames: ${page.frames().map((frame) => frame.url()).join('\n')}`);
}

/** A frame may go away while it is asked. */
const holds = (frame: Frame, marker: string): Promise<boolean> =>
  frame.locator(marker).count().then((count) => count > 0, () => false);
