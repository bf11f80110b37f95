import { join } from 'node:path';
import { startCloud } from '../../tools/host/cloud';
import { root } from '../../tools/host/root';
import { SetupError, toUserText } from '../../tools/host/setup-error';
import { build, BuildError } from '../build';
import { startBrowserEditor } from './browser-editor';
import { startDesktopEditor } from './desktop-editor';
import { openBrowser } from './open-browser';
import { readOptions } from './options';

/** Slow enough to watch a stack come up, quick enough not to wait for it. */
const msPerStep = 700;

const folder = join(root, 'examples');
const cleanUps: (() => Promise<void>)[] = [];
let ending = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
endWithNpm();
main().catch((error: unknown) => {
  if (ending) return;
  console.error(error instanceof BuildError ? error.message : toUserText(error));
  void end(error instanceof SetupError ? 1 : 2);
});

async function main(): Promise<void> {
  const { open, desktop, port } = readOptions(process.argv.slice(2));
  console.log('Building …');
  build();
  const cloud = await startCloud(msPerStep);
  cleanUps.push(cloud.stop);
  if (ending) return void (await cloud.stop());
  const editor = desktop ? startDesktopEditor(folder, cloud.env) : await startBrowserEditor(folder, cloud.env, port);
  cleanUps.unshift(editor.stop);
  if (ending) return void (await editor.stop());
  editor.onEnd(() => void end(0));
  console.log(welcome(editor.where, cloud.endpoint));
  if (open && editor.url && !openBrowser(editor.url)) console.log('There is no screen to open a browser on; open the address yourself.');
}

/** Stops what was started, the last first. A second Ctrl+C meanwhile changes nothing. */
async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  if (cleanUps.length) console.log('\nStopping …');
  for (const cleanUp of cleanUps) await cleanUp();
  process.exit(code);
}

/** npm runs us through a shell that keeps a termination signal to itself: when that shell is gone, so is who started us. */
function endWithNpm(): void {
  if (!process.env['npm_lifecycle_event']) return;
  const parent = process.ppid;
  setInterval(() => void (process.ppid !== parent && end(0)), 500).unref();
}

const welcome = (where: string, endpoint: string): string => `
VS Code is ready: ${where}

It shows examples/ and talks to a sandbox of AWS and Azure on ${endpoint}; no real account is touched.
  1. Open the Defender Connectors view on the left: each connector with its plans, health and stack.
  2. Open the connector with mistakes in it and take a quick fix (Ctrl+. or ⌘.) on an underlined value.
  3. Preview a connector's deployment from its row, then deploy it and watch the stack come up.
  4. Run "Sign in to Azure" from the view's menu: the sandbox's own sign-in answers. Then create the connector in Azure.
Ctrl+C stops everything.`;
