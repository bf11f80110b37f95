import { execFile } from 'node:child_process';
import { homedir } from 'node:os';
import { isJsonObject, own } from '../../../core/model/json';
import type { Problem } from '../../../core/model/problem';
import { err, ok, type Result } from '../../../core/model/result';
import { publicEndpoint } from '../index';
import type { Environment, FreshToken } from './fresh-token';

/** The account with which `az login` was run. `tenant` has been checked: nothing else goes into the arguments. */
export async function azProgramToken(env: Environment, tenant: string, signal?: AbortSignal): Promise<Result<FreshToken>> {
  const args = ['account', 'get-access-token', '--output', 'json', '--resource', publicEndpoint, ...(tenant === '' ? [] : ['--tenant', tenant])];
  const { failed, stdout, stderr } = await run(args, env, signal);
  if (signal?.aborted) return err({ code: 'cancelled', message: 'Cancelled while the Azure CLI was asked.' });
  const token = failed ? undefined : readToken(stdout);
  return token ? ok(token) : err(azProblem(failed, stderr, tenant));
}

interface Outcome {
  readonly failed: string | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** From the home folder: on Windows a shell would otherwise find an `az.cmd` of the folder that it is started in. */
function run(args: readonly string[], env: Environment, signal: AbortSignal | undefined): Promise<Outcome> {
  const onWindows = process.platform === 'win32';
  return new Promise((resolve) => {
    execFile(
      'az',
      [...args],
      { cwd: homedir(), env: { ...env, NoDefaultCurrentDirectoryInExePath: '1' }, shell: onWindows, timeout: 60_000, windowsHide: true, ...(signal ? { signal } : {}) },
      (error, stdout, stderr) => resolve({ failed: error ? String((error as NodeJS.ErrnoException).code ?? 'failed') : undefined, stdout, stderr }),
    );
  });
}

function readToken(stdout: string): FreshToken | undefined {
  try {
    const answer: unknown = JSON.parse(stdout);
    if (!isJsonObject(answer)) return undefined;
    const [token, seconds] = [own(answer, 'accessToken'), own(answer, 'expires_on')];
    // Older versions say the time in words only: then the token is asked for again each time.
    return typeof token === 'string' ? { token, expiresAt: typeof seconds === 'number' ? seconds * 1000 : 0 } : undefined;
  } catch {
    return undefined;
  }
}

function azProblem(failed: string | undefined, stderr: string, tenant: string): Problem {
  const login = `az login${tenant === '' ? '' : ` --tenant ${tenant}`}`;
  if (failed === 'ENOENT' || /not recognized|not found/i.test(stderr)) {
    return {
      code: 'credentials',
      message: 'There are no credentials for Azure: the Azure CLI (az) was not found, and neither AZURE_CLIENT_ID nor AZURE_ACCESS_TOKEN is set.',
      action: `Install the Azure CLI and run "${login}", or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET.`,
    };
  }
  return { code: 'credentials', message: `The Azure CLI gave no token${tenant === '' ? '' : ` for tenant ${tenant}`}.`, action: `Run "${login}", then try again.` };
}
