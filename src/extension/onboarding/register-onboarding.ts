import * as vscode from 'vscode';
import { newAnswers } from '../../core/onboarding/new-answers';
import type { WizardDraft } from '../../core/onboarding/wizard-state';
import { isOnboardingPageState } from '../../protocol/onboarding-shapes';
import type { ServerRequests } from '../../protocol/server-requests';
import { connectorFileTitle } from '../platform/connector-file';
import { pageTypes } from '../platform/contributions';
import { generatedDocuments } from '../platform/generated-documents';
import { pickConnector } from '../platform/pick-connector';
import type { CommandRegistrar } from '../platform/register-command';
import { draftMemory } from './draft-memory';
import { onboardingPage, openOnboardingPage, type OnboardingPage } from './onboarding-page';
import { runOnboarding } from './onboarding-session';

export interface OnboardingHost {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly register: CommandRegistrar;
  readonly request: <M extends keyof ServerRequests>(method: M, params: ServerRequests[M][0]) => Promise<ServerRequests[M][1]>;
}

/** The wizards of this window: one for a new connector, and one for each file that is edited. */
export function registerOnboarding(host: OnboardingHost): void {
  const { context, log, register, request } = host;
  const documents = generatedDocuments('defender-connectors-proposed');
  const memory = draftMemory(context.workspaceState);
  const pages = new Map<string, OnboardingPage>();
  const pageHost = { extensionUri: context.extensionUri, log };

  const run = (page: OnboardingPage, uri: vscode.Uri | null, folder: vscode.Uri, afresh: WizardDraft): void => {
    const key = keyOf(uri);
    pages.set(key, page);
    page.onClose(() => pages.delete(key));
    runOnboarding({ page, uri, folder, draft: memory.recall(key) ?? afresh, afresh }, {
      form: () => request('defenderConnectors/onboardingForm', {}),
      preview: (question) => request('defenderConnectors/onboardingPreview', question),
      files: (question) => request('defenderConnectors/onboardingFiles', question),
      documents,
      keep: (draft) => void (draft ? memory.keep(key, draft) : memory.forget(key)),
      onBug: (error) => log.error(error instanceof Error ? error : String(error)),
    });
  };
  const begin = async (uri: vscode.Uri | null, makePage: () => OnboardingPage): Promise<void> => {
    const open = pages.get(keyOf(uri));
    if (open) return open.reveal();
    const folder = uri ? vscode.Uri.joinPath(uri, '..') : await chooseFolder();
    const afresh = folder && (uri ? await draftOf(uri, request) : emptyDraft);
    if (folder && afresh) run(makePage(), uri, folder, afresh);
  };

  context.subscriptions.push(
    documents,
    register('defenderConnectors.addAccount', () => begin(null, () => openOnboardingPage(pageHost, 'Add AWS account'))),
    register('defenderConnectors.editInWizard', async (argument) => {
      const uri = await pickConnector(argument);
      if (uri) await begin(uri, () => openOnboardingPage(pageHost, `Edit ${connectorFileTitle(uri.path)}`));
    }),
    vscode.window.registerWebviewPanelSerializer(pageTypes.onboarding, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        if (!isOnboardingPageState(state)) return panel.dispose();
        const uri = state.uri === null ? null : vscode.Uri.parse(state.uri, true);
        await begin(uri, () => onboardingPage(pageHost, panel));
        if (!pages.has(keyOf(uri))) panel.dispose();
      },
    }),
  );
}

const keyOf = (uri: vscode.Uri | null): string => uri?.toString() ?? 'new';

const emptyDraft: WizardDraft = { before: null, answers: newAnswers, step: 'account', touched: [], tried: [] };

async function draftOf(uri: vscode.Uri, request: OnboardingHost['request']): Promise<WizardDraft | undefined> {
  const read = await request('defenderConnectors/onboardingAnswers', { uri: uri.toString() });
  if (read.ok) return { ...emptyDraft, before: read.before, answers: read.answers };
  await vscode.window.showTextDocument(uri);
  await vscode.window.showWarningMessage(`${connectorFileTitle(uri.path)} cannot be edited in the wizard. ${read.message}`);
  return undefined;
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick({ placeHolder: 'Folder for the new connector' }))?.uri;
  if (!folders[0]) await vscode.window.showInformationMessage('A connector file lives in a folder. Open a folder first, then add the account.');
  return folders[0]?.uri;
}
