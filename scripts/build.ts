import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../tools/host/root';

/** Builds with esbuild.mjs; shows its output only when it fails. */
export function build(...flags: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'esbuild.mjs'), ...flags], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`);
}
