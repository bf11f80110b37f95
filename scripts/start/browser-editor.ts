import { createServer } from 'node:net';
import { installHost } from '../../tools/host/install';
import { root } from '../../tools/host/root';
import { startServer } from '../../tools/host/server';
import { workbenchUrl } from '../../tools/host/workbench-url';
import type { Editor } from './editor';

const usualPort = 8123;

/** VS Code served on 127.0.0.1, with this extension installed. */
export async function startBrowserEditor(folder: string, env: Readonly<Record<string, string>>, port: number | undefined): Promise<Editor> {
  installHost(console.log);
  const server = await startServer({ env, install: [root], sandboxSignIn: true, builtins: 'all', port: port ?? ((await isFree(usualPort)) ? usualPort : 0) });
  const url = workbenchUrl(server, { folder });
  return { where: url, url, onEnd: server.onEnd, stop: server.stop };
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
