import { spawnSync } from 'node:child_process';
import { SetupError } from './setup-error';

/** Runs npm in a folder with its output shown. Variables that an outer `npm run` sets would point npm at the outer project, so they are left out. */
export function npm(cwd: string, ...args: readonly string[]): void {
  const { status, error } = spawnSync('npm', [...args], {
    cwd,
    env: withoutOuterNpm(process.env),
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (error) throw new SetupError(`npm could not be started: ${error.message}. Install Node.js with npm.`);
  if (status !== 0) {
    throw new SetupError(
      `"npm ${args[0] ?? ''}" failed in ${cwd} (exit ${status}). If it could not reach the registry, check the network and npm's proxy settings, then run again.`,
    );
  }
}

const outerNpm = /^(npm_package_|npm_lifecycle_|npm_config_local_prefix$|npm_config_prefix$|npm_command$|npm_execpath$|INIT_CWD$)/;

const withoutOuterNpm = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !outerNpm.test(name)));
