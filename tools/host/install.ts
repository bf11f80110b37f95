import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm';
import { node24 } from './node-24';
import { root } from './root';

const hostDir = join(root, 'tools', 'host');
const stampFile = join(hostDir, 'node_modules', '.ready');

const standIns = {
  '@vscode/native-watchdog': 'stand-ins/native-watchdog.js',
  '@vscode/spdlog': 'stand-ins/spdlog.js',
};

/** The VS Code server inside the code-server package. */
export const vscodeDir = join(hostDir, 'node_modules', 'code-server', 'lib', 'vscode');

/** Installs the host on first use, and again when its lock file changes. Costs nothing otherwise. */
export function installHost(log: (line: string) => void): void {
  const stamp = wantedStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  log('Installing the VS Code host (once, about 400 MB) …');
  npm(hostDir, 'ci', '--ignore-scripts', '--loglevel=error');
  node24();
  installServerDependencies();
  pruneUnused();
  placeStandIns();
  linkBuiltins();
  writeFileSync(stampFile, stamp);
}

function wantedStamp(): string {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const part of ['package-lock.json', ...Object.values(standIns)]) hash.update(readFileSync(join(hostDir, part)));
  return hash.digest('hex');
}

/** code-server's own install script would compile eight native modules and insists on npm under Node 24; the JavaScript parts are enough. `npm ci` refuses the shrinkwrap file they come with. */
function installServerDependencies(): void {
  npm(vscodeDir, 'install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
}

/** Parts that nothing here loads: 217 MB less. */
function pruneUnused(): void {
  const unused = [
    '@github',
    '@microsoft/mxc-sdk',
    '@vscode/windows-process-tree',
    '@vscode/windows-registry',
    '@vscode/sandbox-runtime',
    '@devcontainers',
    'ssh2',
  ];
  for (const name of unused) rmSync(join(vscodeDir, 'node_modules', name), { recursive: true, force: true });
}

/** Plain JavaScript for the two native modules that the server asks for. */
function placeStandIns(): void {
  for (const [name, file] of Object.entries(standIns)) copyFileSync(join(hostDir, file), join(vscodeDir, 'node_modules', name, 'index.js'));
}

/** The built-in extensions that tests need, as links: on a small machine each one more delays the window. Without the two authentication extensions the window logs time-outs. */
function linkBuiltins(): void {
  const names = [
    'theme-defaults',
    'theme-seti',
    'yaml',
    'json',
    'json-language-features',
    'configuration-editing',
    'markdown-basics',
    'github-authentication',
    'microsoft-authentication',
  ];
  rmSync(fewBuiltinsDir, { recursive: true, force: true });
  mkdirSync(fewBuiltinsDir);
  for (const name of names) symlinkSync(join('..', 'extensions', name), join(fewBuiltinsDir, name));
}

/** Folder with the few built-in extensions a test run needs. */
export const fewBuiltinsDir = join(vscodeDir, 'builtin-few');
