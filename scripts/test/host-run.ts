import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { startCloud } from '../../tools/host/cloud';
import { root } from '../../tools/host/root';
import { temporaryFolder } from '../../tools/host/temporary-folder';
import { copyExamples } from '../../tools/host/workspace-copy';

const shim = join(root, 'tools', 'host', 'code-shim.mjs');

// runTests() ends its program on SIGINT only.
process.once('SIGTERM', () => process.emit('SIGINT'));
void main(process.argv.includes('--desktop'));

/** One run of test/host: by default in the VS Code of tools/host, with --desktop in a downloaded one. */
async function main(desktop: boolean): Promise<void> {
  const cloud = await startCloud(20);
  const workspace = copyExamples();
  const profile = temporaryFolder('vsc');
  try {
    await runTests({
      ...(desktop ? {} : { vscodeExecutablePath: shim }),
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'out', 'test', 'host', 'index.js'),
      launchArgs: [workspace.folder, '--disable-extensions', `--user-data-dir=${join(profile.path, 'ud')}`, `--extensions-dir=${join(profile.path, 'ext')}`],
      extensionTestsEnv: { ...cloud.env, SANDBOX_ENDPOINT: cloud.endpoint },
    });
  } catch (error) {
    process.exitCode = 1;
    console.error(error instanceof Error ? error.message : error);
  } finally {
    await cloud.stop();
    workspace.remove();
    profile.remove();
  }
}
