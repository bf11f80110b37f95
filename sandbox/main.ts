import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { profileFiles } from './profiles';
import { seedDemo } from './services/seed-demo';
import { startSandbox } from './start-sandbox';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, ms: { type: 'string', default: '600' }, 'aws-dir': { type: 'string' } },
  });
  const sandbox = await startSandbox({ port: Number(values.port ?? 0), clock: { msPerStep: Number(values.ms) } });
  seedDemo(sandbox.seed.services);
  const folder = resolve(values['aws-dir'] ?? mkdtempSync(join(tmpdir(), 'sandbox-aws-')));
  const files = writeProfiles(folder, profileFiles(sandbox));
  console.log(
    [
      `Sandbox cloud at ${sandbox.endpoint}`,
      ...sandbox.accounts.map(({ id, alias }) => `  account ${id}  profile ${alias}`),
      'Use it with:',
      `export AWS_CONFIG_FILE=${files.config}`,
      `export AWS_SHARED_CREDENTIALS_FILE=${files.credentials}`,
      'export AWS_PROFILE=sandbox-single',
      'Ctrl+C ends it.',
    ].join('\n'),
  );
  const end = () => void sandbox.stop().then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

function writeProfiles(folder: string, { config, credentials }: ReturnType<typeof profileFiles>) {
  mkdirSync(folder, { recursive: true });
  const files = { config: join(folder, 'config'), credentials: join(folder, 'credentials') };
  writeFileSync(files.config, config);
  writeFileSync(files.credentials, credentials, { mode: 0o600 });
  return files;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
