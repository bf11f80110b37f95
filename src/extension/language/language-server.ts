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
  request<M extends Method>(method: M, params: ServerRequests[M][0], token?: vscode.CancellationToken): Promise<ServerRequests[M][1]>;
}

type Method = keyof ServerRequests;

export interface ServerHost {
  readonly log: vscode.LogOutputChannel;
  /** Loads the client library and starts the process; `onCrash` is called when the process ends by itself. */
  readonly startClient: (onCrash: () => void) => Promise<RunningClient>;
  /** Told once, at the first crash; the ones after it are in the log. */
  readonly tell: (message: string) => void;
}

export const createLanguageServer = (host: ServerHost): LanguageServer => new RestartingServer(host);

class RestartingServer implements LanguageServer {
  private readonly stateChanged = new vscode.EventEmitter<ServerState>();
  readonly onDidChangeState = this.stateChanged.event;
  private current: ServerState = 'idle';
  private running: Promise<RunningClient> | undefined;
  private crashes: readonly number[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly host: ServerHost) {}

  get state(): ServerState {
    return this.current;
  }

  async start(): Promise<void> {
    await this.client();
  }

  async restart(): Promise<void> {
    this.crashes = [];
    await this.stop();
    await this.client();
  }

  async request<M extends Method>(
    method: M,
    params: ServerRequests[M][0],
    token?: vscode.CancellationToken,
  ): Promise<ServerRequests[M][1]> {
    const client = await this.client();
    // The server is ours and typed by the same table: the cast is its edge.
    return (await client.request(method, params, token)) as ServerRequests[M][1];
  }

  dispose(): void {
    void this.stop();
    this.stateChanged.dispose();
  }

  private client(): Promise<RunningClient> {
    clearTimeout(this.timer);
    if (this.running) return this.running;
    this.setState('starting');
    const attempt = this.host.startClient(() => this.onCrash(attempt));
    this.running = attempt;
    attempt.then(
      () => this.running === attempt && this.setState('running'),
      (error: unknown) => {
        this.host.log.error(`The language server did not start: ${String(error)}`);
        this.onCrash(attempt);
      },
    );
    return attempt;
  }

  private onCrash(attempt: Promise<RunningClient>): void {
    if (this.running !== attempt) return; // it was stopped or replaced meanwhile
    this.running = undefined;
    this.crashes = [...this.crashes, Date.now()].slice(-8);
    const delay = nextRestartDelay(this.crashes);
    if (delay === undefined) {
      this.setState('stopped');
      void offerRestart(this.host.log);
      return;
    }
    this.host.log.warn(`The language server stopped. It starts again in ${delay} ms.`);
    if (this.crashes.length === 1) this.host.tell('The language server of Defender Connectors stopped and is being restarted.');
    this.setState('waiting');
    this.timer = setTimeout(() => void this.client().catch(() => undefined), delay);
  }

  private async stop(): Promise<void> {
    clearTimeout(this.timer);
    const stopping = this.running;
    this.running = undefined;
    this.setState('idle');
    const failed = (error: unknown) => this.host.log.warn(`The server did not stop by itself: ${String(error)}`);
    await stopping?.then((client) => client.stop()).catch(failed);
  }

  private setState(state: ServerState): void {
    this.current = state;
    this.stateChanged.fire(state);
  }
}

async function offerRestart(log: vscode.LogOutputChannel): Promise<void> {
  const message = 'The language server of Defender Connectors keeps stopping. Files are not checked until it runs again.';
  const [restart, showLog] = ['Restart', 'Show log'];
  const chosen = await vscode.window.showErrorMessage(message, restart, showLog);
  if (chosen === restart) await vscode.commands.executeCommand('defenderConnectors.restartServer');
  if (chosen === showLog) log.show();
}
