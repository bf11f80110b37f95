import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { startCloud } from '../../tools/host/cloud';
import { root } from '../../tools/host/root';
import { copyExamples } from '../../tools/host/workspace-copy';

const shim = join(root, 'tools', 'host', 'code-shim.mjs');

void main(process.argv.includes('--desktop'));

/** One run of test/host: by default in the VS Code of tools/host, with --desktop in a downloaded one. */
async function main(desktop: boolean): Promise<void> {
  const cloud = await startCloud(20);
  const workspace = copyExamples();
  const profileDir = mkdtempSync(join(tmpdir(), 'dc-vsc-'));
  try {
    await runTests({
      ...(desktop ? {} : { vscodeExecutablePath: shim }),
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'out', 'test', 'host', 'index.js'),
      launchArgs: [workspace.folder, '--disable-extensions', `--user-data-dir=${join(profileDir, 'ud')}`, `--extensions-dir=${join(profileDir, 'ext')}`],
      extensionTestsEnv: { ...cloud.env, SANDBOX_ENDPOINT: cloud.endpoint },
    });
  } catch (error) {
    process.exitCode = 1;
    console.error(error instanceof Error ? error.message : error);
  } finally {
    await cloud.stop();
    workspace.remove();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
