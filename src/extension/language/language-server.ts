import * as vscode from 'vscode';
import type { ServerRequests } from '../../protocol/server-requests';
import type { RunningClient } from './client-chunk';
import { nextRestartDelay } from './restart-delays';

export type ServerState = 'idle' | 'starting' | 'running' | 'waiting' | 'stopped';

/** The language server as the extension knows it: started on first need, restarted when it crashes, asked in our own words. */
export interface LanguageServer extends vscode.Disposable {
  readonly state: ServerState;
  readonly onDidChangeState: vscode.Event<ServerState>;
  start(): Promise<void>;
  restart(): Promise<void>;
  request<M extends keyof ServerRequests>(method: M, params: ServerRequests[M][0], token?: vscode.CancellationToken): Promise<ServerRequests[M][1]>;
}

export interface ServerHost {
  readonly log: vscode.LogOutputChannel;
  /** Loads the client library and starts the process; `onCrash` is called when the process ends by itself. */
  readonly startClient: (onCrash: () => void) => Promise<RunningClient>;
}

export function createLanguageServer({ log, startClient }: ServerHost): LanguageServer {
  const stateChanged = new vscode.EventEmitter<ServerState>();
  let state: ServerState = 'idle';
  let running: Promise<RunningClient> | undefined;
  let crashes: number[] = [];
  let timer: NodeJS.Timeout | undefined;

  const setState = (next: ServerState) => {
    state = next;
    stateChanged.fire(next);
  };

  const start = (): Promise<RunningClient> => {
    clearTimeout(timer);
    if (running) return running;
    setState('starting');
    const attempt = startClient(() => onCrash(attempt));
    running = attempt;
    attempt.then(
      () => running === attempt && setState('running'),
      (error: unknown) => {
        log.error(`The language server did not start: ${String(error)}`);
        onCrash(attempt);
      },
    );
    return attempt;
  };

  const onCrash = (attempt: Promise<RunningClient>) => {
    if (running !== attempt) return; // it was stopped or replaced meanwhile
    running = undefined;
    crashes = [...crashes, Date.now()].slice(-8);
    const delay = nextRestartDelay(crashes);
    if (delay === undefined) {
      setState('stopped');
      void offerRestart('The language server of Defender Connectors keeps stopping. Files are not checked until it runs again.', log);
      return;
    }
    log.warn(`The language server stopped. It starts again in ${delay} ms.`);
    if (crashes.length === 1) {
      void vscode.window.showWarningMessage('The language server of Defender Connectors stopped and is being restarted.');
    }
    setState('waiting');
    timer = setTimeout(() => void start().catch(() => undefined), delay);
  };

  const stop = async () => {
    clearTimeout(timer);
    const stopping = running;
    running = undefined;
    setState('idle');
    await stopping?.then((client) => client.stop()).catch((error: unknown) => log.warn(`Stopping the server: ${String(error)}`));
  };

  return {
    get state() {
      return state;
    },
    onDidChangeState: stateChanged.event,
    start: async () => void (await start()),
    restart: async () => {
      crashes = [];
      await stop();
      await start();
    },
    // The server is ours and typed by the same table: the cast is its edge.
    request: async (method, params, token) => (await (await start()).request(method, params, token)) as never,
    dispose: () => {
      void stop();
      stateChanged.dispose();
    },
  };
}

async function offerRestart(message: string, log: vscode.LogOutputChannel): Promise<void> {
  const [restart, showLog] = ['Restart', 'Show log'];
  const chosen = await vscode.window.showErrorMessage(message, restart, showLog);
  if (chosen === restart) await vscode.commands.executeCommand('defenderConnectors.restartServer');
  if (chosen === showLog) log.show();
}
