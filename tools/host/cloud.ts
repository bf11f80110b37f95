import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { profileFiles } from '../../sandbox/profiles';
import { seedDemo } from '../../sandbox/services/seed-demo';
import { seedAzureDemo } from '../../sandbox/azure/azure-demo';
import { startSandbox, type Sandbox } from '../../sandbox/start-sandbox';
import { privateEnvironment } from './environment';
import { temporaryFolder } from './temporary-folder';

export interface Cloud {
  /** To look into, to seed and to set faults in, for who runs in the same process. */
  readonly sandbox: Sandbox;
  readonly endpoint: string;
  /** Environment of programs that shall see this cloud and nothing else of AWS. */
  readonly env: Record<string, string>;
  stop(): Promise<void>;
}

/** Starts the sandbox cloud, with AWS profiles for it in a private temporary home. One step is one state change of a stack. */
export async function startCloud(msPerStep: number): Promise<Cloud> {
  const sandbox = await startSandbox({ clock: { msPerStep } });
  seedDemo(sandbox.seed.services);
  seedAzureDemo(sandbox);
  const profiles = profileFiles(sandbox);
  const { path: home, remove } = temporaryFolder('home');
  const config = join(home, '.aws', 'config');
  const credentials = join(home, '.aws', 'credentials');
  mkdirSync(join(home, '.aws'));
  writeFileSync(config, profiles.config, { mode: 0o600 });
  writeFileSync(credentials, profiles.credentials, { mode: 0o600 });
  return {
    sandbox,
    endpoint: sandbox.endpoint,
    env: privateEnvironment(home, { AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: credentials, DEFENDER_CONNECTORS_ARM_ENDPOINT: sandbox.endpoint }),
    async stop() {
      await sandbox.stop();
      remove();
    },
  };
}
