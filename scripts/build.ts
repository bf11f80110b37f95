import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../tools/host/root';

/** The sources do not build. The message holds esbuild's own report. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}

/** Builds with esbuild.mjs; shows its output only when it fails. */
export function build(...flags: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'esbuild.mjs'), ...flags], { encoding: 'utf8' });
  if (status !== 0) throw new BuildError(`The build failed.\n${stdout}${stderr}`);
}
