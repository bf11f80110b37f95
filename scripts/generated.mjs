// What scripts/compile-schemas.mjs writes is not kept in git; this writes it when it is missing or older than its sources.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = join(root, 'scripts', 'compile-schemas.mjs');

export function ensureGenerated() {
  const sources = [compiler, ...filesIn(join(root, 'schemas'))];
  const products = filesIn(join(root, 'src', 'core', 'lint', 'generated'));
  if (products.length > 0 && newest(sources) <= Math.min(...products.map(changed))) return;
  const { status } = spawnSync(process.execPath, [compiler], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}

function filesIn(folder) {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function newest(files) {
  return Math.max(...files.map(changed));
}

function changed(file) {
  return statSync(file).mtimeMs;
}
