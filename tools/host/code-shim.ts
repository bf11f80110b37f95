import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exitOnSignal } from './exit-on-signal';
import { runInHost } from './run-in-host';
import { SetupError } from './setup-error';

const limitMs = Number(process.env['HOST_TESTS_LIMIT_MS'] ?? 300_000);

exitOnSignal();
void main(process.argv.slice(2));

/** Understands the desktop flags that a test run needs, one extension and one folder; passes over the others. */
async function main(args: readonly string[]): Promise<void> {
  const extensionDir = pathOf(args, 'extensionDevelopmentPath');
  const testsPath = pathOf(args, 'extensionTestsPath');
  const folder = args.find((arg) => !arg.startsWith('-') && existsSync(arg) && statSync(arg).isDirectory());
  if (!extensionDir || !testsPath || !folder) {
    console.error('This stand-in for VS Code only runs tests: give --extensionDevelopmentPath, --extensionTestsPath and a folder.');
    process.exit(64);
  }
  try {
    process.exit(await runInHost({ extensionDir, testsPath, folder, env: definedEnvironment(), limitMs }));
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exit(2);
  }
}

function pathOf(args: readonly string[], flag: string): string | undefined {
  const value = args.find((arg) => arg.startsWith(`--${flag}=`))?.slice(flag.length + 3);
  return value?.startsWith('file:') ? fileURLToPath(value) : value;
}

function definedEnvironment(): Record<string, string> {
  const defined: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) defined[name] = value;
  return defined;
}
