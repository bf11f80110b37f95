import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';
import { ui } from './driver/fixture';
import { openFile, pick, quickPickItems, runCommand } from './driver/quick-input';
import { webviewFrame } from './driver/webview';

const axeSource = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** Opens a connector file and waits until the editor has the focus: it arrives late and closes the palette. */
export async function openConnector(page: Page, name: string): Promise<void> {
  await openFile(page, name);
  await page.locator('.monaco-editor.focused').first().waitFor();
}

/** A palette that was opened before VS Code knew that the workspace is trusted never learns it; this button of a connector file did. */
export const untilTrusted = (page: Page): Promise<void> => page.locator('.editor-actions').getByRole('button', { name: /Preview Deployment/ }).waitFor();

/** Opens the preview of the connector in the active editor, with a profile chosen by its name. */
export async function previewWith(page: Page, profile: string, command = 'Defender Connectors: Preview Deployment'): Promise<void> {
  await untilTrusted(page);
  await runCommand(page, 'Defender Connectors: Choose AWS Profile');
  await quickPickItems(page).first().waitFor();
  await pick(page, profile);
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.locator('.statusbar').getByRole('button', { name: new RegExp(profile) }).waitFor();
  await runCommand(page, command);
}

/** The page's document, once it shows this heading. The page before it may still be there, on its way out. */
export async function pageShowing(heading: string, limitMs = 30_000): Promise<Frame> {
  return webviewFrame(ui().page, `#page h2:has-text(${JSON.stringify(heading)})`, limitMs);
}

/** What axe-core has against the page, as one line each. */
export async function violations(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(`${axeSource};0`);
  return frame.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(root: Document): Promise<{ violations: readonly Violation[] }> } };
    interface Violation {
      readonly id: string;
      readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
    }
    const found = await axe.run(document);
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join(' | ')}`);
  });
}
