import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ensureChromium, launchChromium } from '../../../tools/host/chromium';
import { startCloud, type Cloud } from '../../../tools/host/cloud';
import { root } from '../../../tools/host/root';
import { startServer, type Server, type ServerOptions } from '../../../tools/host/server';
import { copyExamples } from '../../../tools/host/workspace-copy';
import { openWindow } from './window';

/** What every UI test shares: a VS Code with the extension installed as a user has it, on a copy of examples/, with the sandbox cloud. */
export interface Fixture {
  readonly page: Page;
  readonly server: Server;
  readonly cloud: Cloud;
  readonly browser: Browser;
  /** The workspace that is open. */
  readonly folder: string;
}

export const outDir = join(root, 'out', 'screenshots');

let browser: Browser | undefined;
let fixture: (Fixture & { close(): Promise<void> }) | undefined;

/** Only inside hooks and tests, after `startAfresh`. */
export function ui(): Fixture {
  if (!fixture) throw new Error('startAfresh() comes first.');
  return fixture;
}

/** A clean slate for the tests of a file: a VS Code, a workspace and a cloud in which nothing was done yet. One step of the cloud is one state change of a stack. */
export async function startAfresh({ msPerStep = 100 } = {}): Promise<Page> {
  await fixture?.close();
  fixture = undefined;
  fixture = await startFixture(msPerStep);
  return fixture.page;
}

async function startFixture(msPerStep: number) {
  if (!browser) throw new Error('The browser is not running.');
  const workspace = copyExamples();
  const cloud = await startCloud(msPerStep);
  const server = await startServer({ env: cloud.env, install: [root], sandboxSignIn: true, settings: { 'files.exclude': { '**/.vscode': true } } });
  const page = await newPage(browser);
  await openWindow(page, server, workspace.folder);
  const close = async () => {
    await page.context().close();
    await server.stop();
    await cloud.stop();
    workspace.remove();
  };
  return { page, server, cloud, browser, folder: workspace.folder, close };
}

/** Another VS Code beside the shared one, for what is decided at its start, such as trust. Give it to `test` and it is gone afterwards. */
export async function withServer(options: Omit<ServerOptions, 'env' | 'install'>, test: (page: Page, folder: string) => Promise<void>): Promise<void> {
  const own = copyExamples();
  const server = await startServer({ ...options, env: ui().cloud.env, install: [root] });
  const page = await newPage(ui().browser);
  try {
    await openWindow(page, server, own.folder);
    await test(page, own.folder);
  } finally {
    await page.close();
    await server.stop();
    own.remove();
  }
}

export const newPage = (browser: Browser): Promise<Page> => browser.newPage({ viewport: { width: 1280, height: 800 } });

/** Run by mocha around each file: see hooks.ts. */
export async function startBrowser(): Promise<void> {
  mkdirSync(outDir, { recursive: true });
  browser = await launchChromium(ensureChromium(console.log));
}

export async function takeFailurePicture(test: string): Promise<void> {
  const name = test.replace(/\W+/g, '-').toLowerCase();
  await fixture?.page.screenshot({ path: join(outDir, `failed-${name}.png`) });
}

export async function closeAll(): Promise<void> {
  await fixture?.close();
  fixture = undefined;
  await browser?.close();
  browser = undefined;
}
