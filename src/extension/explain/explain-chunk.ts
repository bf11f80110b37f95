import * as vscode from 'vscode';
import { explainError } from '../../core/diagnose/explain-error';
import type { Explanation } from '../../core/diagnose/explanation';
import { resourceLine } from '../../core/plan/resource-line';
import { explanationMarkdown } from '../../core/report/explanation-markdown';
import type { DiagnosticAction } from '../../core/catalog/diagnostics';
import type { ExplanationHostMessage, ExplanationPageMessage, ExplanationView } from '../../protocol/explanation';
import { isExplanationPageMessage } from '../../protocol/explanation-page-shapes';
import { connectorFileTitle } from '../platform/connector-file';
import { explanationPage } from '../platform/contributions';
import { diagnosticCommands } from '../platform/diagnostic-commands';
import { pickConnector } from '../platform/pick-connector';
import { readTextFile } from '../platform/read-text-file';
import { templateUri } from '../platform/template-uri';
import { newPanel, viewPage, type ViewPage } from '../platform/view-page';
import type { ExplainHost } from './register-explain';

const pageKind = { viewType: explanationPage, name: 'explanation', title: 'Explanation', isWish: isExplanationPageMessage } as const;

export interface ErrorToExplain {
  readonly text: string;
  /** The file of the connector that it happened to. */
  readonly connector: vscode.Uri | undefined;
  /** Ask AWS for the reason at once. */
  readonly decode: boolean;
}

/** The one page of explanations, and the known errors behind it: a file of its own, loaded when somebody asks. */
export function explanations(host: ExplainHost): { show(error: ErrorToExplain): Promise<void> } {
  const pageHost = { extensionUri: host.context.extensionUri, log: host.log };
  const onBug = (error: unknown) => host.log.error(error instanceof Error ? error : String(error));
  let page: ViewPage<ExplanationHostMessage, ExplanationPageMessage> | undefined;
  let shown: Shown | undefined;

  const show = (next: Shown) => {
    shown = next;
    page?.show({ kind: 'view', view: toView(next) });
  };
  const open = () => {
    if (page) return page.reveal();
    page = viewPage(pageHost, pageKind, newPanel(pageHost, pageKind, 'Explanation'));
    page.onWish((wish) => void grant(wish).catch(onBug));
    page.onClose(() => (page = undefined));
  };
  const decode = async (of: Shown) => {
    show({ ...of, decoding: true, problem: null });
    const answer = await host.deployment.decode(of.text, of.connector);
    if (shown?.text !== of.text) return; // another one was explained meanwhile
    const decoded = answer?.ok ? { explanation: answer.value } : {};
    show({ ...of, ...decoded, decoding: false, problem: answer && !answer.ok && answer.error.code !== 'cancelled' ? answer.error : null });
  };
  const grant = async (wish: ExplanationPageMessage) => {
    if (!shown) return;
    if (wish.kind === 'copy') return vscode.env.clipboard.writeText(explanationMarkdown(shown.explanation));
    if (wish.kind === 'explainOther') return vscode.commands.executeCommand('defenderConnectors.explainError');
    if (wish.kind === 'act' && wish.action === 'decode') return decode(shown);
    if (wish.kind === 'act') await act(host, wish.action, shown);
  };
  return {
    show: async ({ text, connector, decode: atOnce }) => {
      const next = { text, connector, explanation: explainError(text), decoding: false, problem: null };
      open();
      show(next);
      if (atOnce) await decode(next);
    },
  };
}

interface Shown extends Pick<ExplanationView, 'explanation' | 'decoding' | 'problem'> {
  readonly text: string;
  readonly connector: vscode.Uri | undefined;
}

const toView = ({ explanation, decoding, problem, connector }: Shown): ExplanationView => ({
  explanation,
  decoding,
  problem,
  connector: connector ? connectorFileTitle(connector.path) : null,
});

async function act(host: ExplainHost, action: DiagnosticAction, { explanation, connector }: Shown): Promise<void> {
  const uri = connector ?? (await pickConnector(undefined));
  if (!uri) return;
  if (action === 'signIn') return host.deployment.signIn(uri);
  if (action === 'openTemplate') return openTemplate(host, uri, explanation);
  const command = diagnosticCommands[action];
  if (command) await vscode.commands.executeCommand(command, uri);
}

/** At the resource that the error names, or where the role is first named. */
async function openTemplate({ describe }: ExplainHost, connector: vscode.Uri, { values }: Explanation): Promise<void> {
  const uri = templateUri(connector, await describe(connector));
  const text = uri && (await readTextFile(uri));
  if (!uri || text === undefined) {
    await vscode.window.showInformationMessage(`Connector ${connectorFileTitle(connector.path)} has no template file yet. Generate it first.`);
    return;
  }
  const { resourceId, role } = values;
  const named = resourceId === undefined ? null : resourceLine(uri.path, text, resourceId);
  const mentioned = role === undefined ? -1 : text.indexOf(role);
  const line = named ?? (mentioned < 0 ? 1 : text.slice(0, mentioned).split('\n').length);
  const at = new vscode.Position(line - 1, 0);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at) });
}
