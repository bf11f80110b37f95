import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { SetupError } from './setup-error';

/** Path of a Chromium: CHROMIUM_PATH, else one on this machine, else Debian's package when we may install it. */
export function ensureChromium(log: (line: string) => void): string {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new SetupError(`CHROMIUM_PATH names ${chosen}, which does not exist.`);
  }
  const found = findChromium();
  if (found) return found;
  installFromDebian(log);
  const installed = findChromium();
  if (installed) return installed;
  throw new SetupError('No Chromium was found. Install Chromium or Google Chrome, or set CHROMIUM_PATH to the one to use.');
}

export const launchChromium = (executablePath: string): Promise<Browser> => chromium.launch({ executablePath, args: [...quietFlags] });

/** The sandbox of Chromium needs rights that containers and root lack; it only ever shows our own server. */
const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...applications].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installFromDebian(log: (line: string) => void): void {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return;
  log('Installing Chromium from Debian …');
  aptGet('update');
  for (const name of ['chromium-headless-shell', 'chromium']) {
    if (aptGet('install', '-y', '--no-install-recommends', name)) return;
  }
}

const aptGet = (...args: readonly string[]): boolean =>
  spawnSync('apt-get', ['-qq', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  }).status === 0;
