import { format } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { ensureChromium, launchChromium } from './chromium';
import { startServer, type Server } from './server';
import { workbenchUrl } from './workbench-url';

export interface HostRun {
  readonly extensionDir: string;
  /** A file that exports `run()`; its failure or success is the exit code. */
  readonly testsPath: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly limitMs: number;
}

/** Runs a test suite inside the extension host of a real VS Code, shown in a headless Chromium, and gives back its exit code. */
export async function runInHost({ extensionDir, testsPath, folder, env, limitMs }: HostRun): Promise<number> {
  let server: Server | undefined;
  let browser: Browser | undefined;
  try {
    server = await startServer({ development: true, env });
    browser = await launchChromium(ensureChromium(console.log));
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await showLog(page);
    const exited = exitCodeOf(page, limitMs);
    exited.catch(() => {}); // It may fail while the page is still loading; the wait below reports it.
    await page.goto(workbenchUrl(server, { folder, development: { extensionDir, testsPath } }));
    return await exited;
  } finally {
    await browser?.close();
    await server?.stop();
  }
}

/** VS Code's window calls this when the suite has ended. */
function exitCodeOf(page: Page, limitMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`The suite in the extension host did not end within ${limitMs / 1000} s.`)), limitMs);
    page.on('crash', () => reject(new Error('The page that shows VS Code crashed.')));
    page
      .exposeFunction('codeAutomationExit', (code: number) => {
        clearTimeout(limit);
        resolve(code);
      })
      .catch(reject);
  });
}

/** VS Code's window calls this with each line of its log, the extension host's console included. */
async function showLog(page: Page): Promise<void> {
  await page.exposeFunction('codeAutomationLog', (_level: string, args: readonly unknown[]) => {
    const line = format(...args);
    if (!noise.test(line)) process.stdout.write(`${line}\n`);
  });
}

/** What VS Code says of itself in every run. The cancellations are its own answers to being closed right after the suite. */
const noise = new RegExp(
  [
    String.raw`^Resolv(ing|ed) connection token`,
    '^Creating a socket',
    '^(Updating|Ignoring fetching) additional builtin',
    String.raw`^(Started local extension host|Extension host \(Remote\)|No search provider registered)`,
    String.raw`^\[(reconnection-grace-time|Service Worker|AgentHost|AccountPolicyGate)`,
    String.raw`^(\[[\w-]+\] .*)?Canceled: Canceled`,
    String.raw`^\[DefaultAccount\]`,
  ].join('|'),
);
