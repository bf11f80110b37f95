// Runs before node_modules exists: nothing here but Node itself.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Installs what package-lock.json asks for, unless it is there already. Ends the program with one sentence when it cannot. */
export function ensureDependencies() {
  requireNode(20);
  if (installed()) return;
  console.log('Installing dependencies (npm ci) …');
  const { status, error } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  const why = error ? `npm could not be started (${error.message})` : `npm ci ended with exit code ${status}`;
  fail(`Dependencies could not be installed: ${why}. If npm could not reach its registry, check the network and npm's proxy settings, then run again.`);
}

/** From here on, TypeScript files can be imported. */
export async function acceptTypeScript() {
  const [commonJs, modules] = await Promise.all([import('tsx/cjs/api'), import('tsx/esm/api')]);
  commonJs.register();
  modules.register();
}

function requireNode(major) {
  if (Number(process.versions.node.split('.')[0]) >= major) return;
  fail(`Node.js ${major} or newer is needed, and this is ${process.version}. Install a newer one from your package manager or nodejs.org.`);
}

/** npm keeps a copy of the lock file beside what it installed. Packages for other platforms are absent from it. */
function installed() {
  const kept = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(kept)) return false;
  const present = packagesOf(kept);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
    ([path, { version, optional }]) => path === '' || (optional && !present[path]) || present[path]?.version === version,
  );
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
