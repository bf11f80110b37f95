import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../tools/host/root';
import { signInStandIn } from '../../tools/host/server';
import { quietSettings } from '../../tools/host/settings';
import { SetupError } from '../../tools/host/setup-error';
import { temporaryFolder } from '../../tools/host/temporary-folder';
import type { Editor } from './editor';

/** The way to the screen is kept in the user's own home, which `env` hides. */
const xAuthority = process.env['XAUTHORITY'] ?? join(homedir(), '.Xauthority');

const onWindows = process.platform === 'win32';

/** The desktop VS Code on the PATH, with settings and extensions of its own, so that the user's stay as they are. */
export function startDesktopEditor(folder: string, env: Readonly<Record<string, string>>): Editor {
  if (spawnSync('code', ['--version'], { shell: onWindows, stdio: 'ignore' }).status !== 0) {
    throw new SetupError('No "code" command was found on the PATH. Install VS Code with its shell command, or leave out --desktop.');
  }
  const { path: profile, remove } = temporaryFolder('vs');
  const userData = join(profile, 'ud');
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify(quietSettings, null, 2));
  const flags = ['--new-window', '--wait', '--disable-workspace-trust', '--use-inmemory-secretstorage', `--user-data-dir=${userData}`, `--extensions-dir=${join(profile, 'ext')}`];
  const child = spawn('code', [...flags, '--disable-extension=vscode.microsoft-authentication', '--enable-proposed-api=defender-connectors.azure-sign-in-stand-in', `--extensionDevelopmentPath=${root}`, `--extensionDevelopmentPath=${signInStandIn}`, folder], { env: { ...env, XAUTHORITY: xAuthority }, stdio: 'ignore', shell: onWindows });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    where: 'a desktop VS Code window',
    onEnd: (listener) => void child.once('exit', listener),
    async stop() {
      endWindow(userData);
      child.kill('SIGTERM');
      await gone;
      remove();
    },
  };
}

/** `code` only talks to the program it started; that one writes its process id into its data folder. */
function endWindow(userData: string): void {
  try {
    process.kill(Number(readFileSync(join(userData, 'code.lock'), 'utf8')), 'SIGTERM');
  } catch {
    // Closed by the user already, or never come up.
  }
}
