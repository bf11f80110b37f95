import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fewBuiltinsDir, vscodeDir } from './install';
import { node24 } from './node-24';
import { startGroup, type ProcessGroup } from './process-group';
import { root } from './root';
import { quietSettings, type Settings } from './settings';
import { SetupError } from './setup-error';
import { temporaryFolder } from './temporary-folder';

export interface ServerOptions {
  /** The whole environment of the server and so of the extension host: see `privateEnvironment`. */
  readonly env: Readonly<Record<string, string>>;
  /** Folders of extensions to have installed, each with a package.json. */
  readonly install?: readonly string[];
  /** Obey the address's extensionDevelopmentPath and extensionTestsPath. This also hides toasts and refuses dialogs. */
  readonly development?: boolean;
  readonly settings?: Settings;
  /** 0 takes a free port. */
  readonly port?: number;
  /** 'few' is quick to start and for tests; 'all' is what people know. */
  readonly builtins?: 'few' | 'all';
  /** Takes the sandbox's sign-in in place of VS Code's Microsoft sign-in. */
  readonly sandboxSignIn?: boolean;
  /** 'ask' opens a folder in Restricted Mode, until the user trusts it. */
  readonly trust?: 'always' | 'ask';
}

export interface Server {
  readonly base: string;
  readonly token: string;
  readonly dataDir: string;
  readonly pid: number | undefined;
  output(): string;
  /** Called when the server ends by itself. */
  onEnd(listener: () => void): void;
  stop(): Promise<void>;
}

/** Starts a VS Code server on 127.0.0.1. Its address works only with the token. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { path: dataDir, remove } = temporaryFolder('vs');
  const token = randomBytes(16).toString('hex');
  mkdirSync(join(dataDir, 'ud', 'User'), { recursive: true });
  mkdirSync(join(dataDir, 'ext'));
  writeFileSync(join(dataDir, 'ud', 'User', 'settings.json'), JSON.stringify({ ...quietSettings, ...noTrustPrompt, ...options.settings }, null, 2));
  writeFileSync(join(dataDir, 'token'), token, { mode: 0o600 });
  for (const folder of options.install ?? []) installByLink(folder, join(dataDir, 'ext'));

  const group = startGroup(node24(), serverArguments(dataDir, options), { ...options.env, EXTENSIONS_GALLERY: noGallery });
  const output = collectOutput(group);
  const stop = async () => {
    await group.stop();
    remove();
  };
  try {
    const base = await listening(group, output, options.port ?? 0);
    return { base, token, dataDir, pid: group.child.pid, output, onEnd: (listener) => void group.child.once('exit', listener), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The prompt comes or stays away with the focus of the window, so a test cannot count on either. */
const noTrustPrompt: Settings = { 'security.workspace.trust.startupPrompt': 'never' };

/** Without this the server asks a public extension gallery what is new. */
const noGallery = JSON.stringify({ serviceUrl: '', itemUrl: '', resourceUrlTemplate: '', controlUrl: '', recommendationsUrl: '' });

const serverArguments = (dataDir: string, { development, port = 0, builtins = 'few', sandboxSignIn = false, trust = 'always' }: ServerOptions): readonly string[] => [
  join(vscodeDir, 'out', 'server-main.js'),
  ...['--host', '127.0.0.1', '--port', String(port)],
  ...['--connection-token-file', join(dataDir, 'token')],
  ...['--server-data-dir', join(dataDir, 'sd'), '--user-data-dir', join(dataDir, 'ud'), '--extensions-dir', join(dataDir, 'ext')],
  ...['--accept-server-license-terms', '--disable-telemetry', '--disable-getting-started-override'],
  ...(trust === 'always' ? ['--disable-workspace-trust'] : []),
  ...builtinArguments(builtins === 'few' ? fewBuiltinsDir : join(vscodeDir, 'extensions'), dataDir, sandboxSignIn),
  // A built VS Code ignores the development paths of its address unless its smoke-test driver is on.
  ...(development ? ['--enable-smoke-test-driver'] : []),
];

const microsoftSignIn = 'microsoft-authentication';

export const signInStandIn = join(root, 'tools', 'host', 'azure-sign-in');

/** The stand-in takes the place of the extension that owns the id `microsoft`: a built-in one may answer challenges, too. */
function builtinArguments(folder: string, dataDir: string, withoutSignIn: boolean): readonly string[] {
  if (!withoutSignIn) return ['--builtin-extensions-dir', folder];
  const kept = join(dataDir, 'builtin');
  mkdirSync(kept);
  for (const name of readdirSync(folder)) {
    if (name !== microsoftSignIn) symlinkSync(join(folder, name), join(kept, name), 'junction');
  }
  symlinkSync(signInStandIn, join(kept, microsoftSignIn), 'junction');
  return ['--builtin-extensions-dir', kept];
}

/** A link named as an installed extension, in a folder without extensions.json, is found at start. */
function installByLink(folder: string, extensionsDir: string): void {
  const { publisher, name, version } = readManifest(folder);
  symlinkSync(folder, join(extensionsDir, `${publisher}.${name}-${version}`), 'junction');
}

interface Manifest {
  readonly publisher: string;
  readonly name: string;
  readonly version: string;
}

const readManifest = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

function collectOutput({ child }: ProcessGroup): () => string {
  let text = '';
  const take = (chunk: Buffer) => {
    text = (text + String(chunk)).slice(-100_000);
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  return () => text;
}

const startLimitMs = 60_000;

/** Resolves with the server's address once it answers. */
function listening({ child }: ProcessGroup, output: () => string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const refuse = (why: string) => reject(new SetupError(explain(why, output(), port)));
    const limit = setTimeout(() => refuse(`was not ready after ${startLimitMs / 1000} s`), startLimitMs);
    child.once('error', (error) => refuse(`could not be started (${error.message})`));
    child.once('exit', (code) => refuse(`ended (exit ${code}) before it was ready`));
    child.stdout?.on('data', () => {
      const address = /Server bound to (127\.0\.0\.1:\d+)/.exec(output())?.[1];
      if (!address || !output().includes('Extension host agent listening')) return;
      clearTimeout(limit);
      resolve(`http://${address}`);
    });
    child.once('exit', () => clearTimeout(limit));
  });
}

const explain = (why: string, output: string, port: number): string =>
  output.includes('EADDRINUSE')
    ? `Port ${port} is already in use. Choose another one with --port, or stop the program that has it.`
    : `The VS Code server ${why}. It said:\n${output.trim() || '(nothing)'}`;
