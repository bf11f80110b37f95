import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { profileFiles } from '../../../sandbox/profiles';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/start-sandbox';
import { systemClock } from '../../../src/adapters/node/clock';
import { useAwsFiles, type AwsFiles } from '../../unit/adapters/aws/aws-files';
import { run, type Run } from '../../unit/cli/run';

export const account = '123456789012';

/** A connector file with these plans. */
export const contoso = (plans = '{ servers: { tier: P2 } }', tenant = '11111111-2222-4333-8444-555555555555') => `name: contoso
account: { id: "${account}" }
azure: { tenant: ${tenant}, subscription: 66666666-7777-4888-9999-000000000000, resourceGroup: rg-security, location: eastus }
plans: ${plans}
`;

/** What a profile of the account is asked for. */
export const mine = ['--profile', 'sandbox-single'] as const;

/** The command line before a cloud of its own, in a folder with a connector file: new ones for each test. */
export interface CommandLine {
  readonly sandbox: Sandbox;
  readonly folder: string;
  readonly file: string;
  /** Keeps the journal in the folder. */
  readonly env: Readonly<Record<string, string>>;
  write(connector: string): void;
  /** Other AWS files than those of the sandbox. */
  use(files: AwsFiles): void;
  run(args: readonly string[], options?: Parameters<typeof run>[1]): Promise<Run>;
  /** As the account's own profile. */
  command(...args: readonly string[]): Promise<Run>;
}

export function commandLine({ clock = { msPerStep: 0 }, connector = contoso() }: Pick<SandboxOptions, 'clock'> & { readonly connector?: string } = {}): CommandLine {
  let state: { readonly sandbox: Sandbox; readonly folder: string; readonly file: string; readonly env: Readonly<Record<string, string>> };
  let restore: () => void;
  hurry();

  beforeEach(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'defender-connectors-'));
    const sandbox = await startSandbox({ clock });
    state = { sandbox, folder, file: join(folder, 'contoso.connector.yaml'), env: { DEFENDER_CONNECTORS_STATE: join(folder, 'state') } };
    restore = useAwsFiles(profileFiles(sandbox));
    writeFileSync(state.file, connector);
  });

  afterEach(async () => {
    restore();
    await state.sandbox.stop();
    rmSync(state.folder, { recursive: true });
  });

  const runHere: CommandLine['run'] = (args, options = {}) => run(args, { ...options, env: { ...state.env, ...options.env } });
  return {
    get sandbox() {
      return state.sandbox;
    },
    get folder() {
      return state.folder;
    },
    get file() {
      return state.file;
    },
    get env() {
      return state.env;
    },
    write: (text) => writeFileSync(state.file, text),
    use(files) {
      restore();
      restore = useAwsFiles(files);
    },
    run: runHere,
    command: (...args) => runHere([...args, ...mine]),
  };
}

/** The pauses of the command line become a twentieth: nobody waits for them, and the cloud of these tests is as quick. */
function hurry(): void {
  const { sleep } = systemClock;
  before(() => void Object.assign(systemClock, { sleep: (milliseconds: number, signal?: AbortSignal) => sleep(milliseconds / 20, signal) }));
  after(() => void Object.assign(systemClock, { sleep }));
}
