import * as vscode from 'vscode';
import type { Explanation } from '../../core/diagnose/explanation';
import type { Result } from '../../core/model/result';
import type { ConnectorSummary } from '../../protocol/server-requests';
import type { ErrorArgument } from '../platform/contributions';
import type { CommandRegistrar } from '../platform/register-command';
import { askForError } from './ask-for-error';
import type { ErrorToExplain } from './explain-chunk';

export interface ExplainHost {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly register: CommandRegistrar;
  readonly describe: (uri: vscode.Uri) => Promise<ConnectorSummary | undefined>;
  readonly deployment: {
    /** Has AWS decode the reason, after a question; undefined when the user turns away. */
    decode(text: string, connector: vscode.Uri | undefined): Promise<Result<Explanation> | undefined>;
    signIn(connector: vscode.Uri): Promise<void>;
  };
}

/** The command *Explain Error*: a text in, a page with what it means and what can be done. */
export function registerExplain(host: ExplainHost): void {
  let pages: ReturnType<typeof load> | undefined;
  const load = () => import('./explain-chunk').then(({ explanations }) => explanations(host));
  host.context.subscriptions.push(
    host.register('defenderConnectors.explainError', async (argument) => {
      const error = given(argument) ?? (await asked());
      if (error) await (await (pages ??= load())).show(error);
    }),
  );
}

async function asked(): Promise<ErrorToExplain | undefined> {
  const text = await askForError();
  return text === undefined ? undefined : { text, connector: undefined, decode: false };
}

/** A menu passes what it was opened on, a caller anything. */
function given(argument: ErrorArgument): ErrorToExplain | undefined {
  if (typeof argument === 'string') return argument.trim() === '' ? undefined : { text: argument, connector: undefined, decode: false };
  if (typeof argument !== 'object' || argument === null) return undefined;
  if ('text' in argument) return { text: String(argument.text), connector: argument.connector, decode: argument.decode === true };
  const { event, operation } = argument;
  if (typeof event?.reason !== 'string') return undefined;
  return { text: event.reason, connector: fileOf(operation?.connectorFile), decode: false };
}

/** The note of an operation is a file that anybody could have changed. */
function fileOf(address: unknown): vscode.Uri | undefined {
  return typeof address === 'string' && /^[a-z-]+:\/\//.test(address) ? vscode.Uri.parse(address, true) : undefined;
}
