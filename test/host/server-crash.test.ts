import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { startClient } from '../../src/extension/language/client-chunk';
import { createLanguageServer, type LanguageServer, type ServerState } from '../../src/extension/language/language-server';
import { eventually, exampleUri, theExtension } from './the-extension';

describe('a language server that is killed', function () {
  this.timeout(40_000);
  const log = vscode.window.createOutputChannel('crash test', { log: true });
  const serverPath = () => vscode.Uri.joinPath(theExtension().extensionUri, 'dist', 'server.js').fsPath;
  let server: LanguageServer | undefined;
  afterEach(() => server?.dispose());

  it('is started again each time, says so once, and answers', async function () {
    if (!existsSync('/proc/self/stat')) {
      console.log('      skipped: this system has no /proc to find the server in');
      return this.skip();
    }
    await theExtension().activate();
    // The extension's own server starts for the first file of ours: it must be told from the one that is killed here.
    await vscode.workspace.openTextDocument(exampleUri('contoso-development.connector.yaml'));
    await eventually(() => (serverProcesses().length > 0 ? true : undefined), "the extension's own server");
    const others = serverProcesses();
    const told: string[] = [];
    const states: ServerState[] = [];
    server = createLanguageServer({
      log,
      startClient: (onCrash) => startClient({ serverPath: serverPath(), log, isRelevant: () => false, onCrash }),
      tell: (message) => told.push(message),
    });
    server.onDidChangeState((state) => states.push(state));
    await server.start();
    for (let kills = 1; kills <= 2; kills += 1) {
      const [pid] = serverProcesses().filter((each) => !others.includes(each));
      assert.ok(pid);
      process.kill(pid, 'SIGKILL');
      await eventually(() => (states.filter((state) => state === 'running').length > kills ? true : undefined), 'the server to come back');
    }
    assert.equal(told.length, 1, told.join('\n'));
    assert.equal(states.filter((state) => state === 'waiting').length, 2);
    const [summary] = await server.request('defenderConnectors/describe', { uris: [exampleUri('contoso-development.connector.yaml').toString()] });
    assert.equal(summary?.name, 'contoso-development');
  });

  /** Children of this extension host that run our server. */
  function serverProcesses(): readonly number[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && isServer(name))
      .map(Number);
  }

  function isServer(pid: string): boolean {
    try {
      const parent = / \w (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/\(.*\)/, ''))?.[1];
      return Number(parent) === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(serverPath());
    } catch {
      return false; // it has ended meanwhile
    }
  }
});
