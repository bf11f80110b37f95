import * as vscode from 'vscode';
import type { Problem } from '../../core/model/problem';
import type { Result } from '../../core/model/result';
import type { AccountLook } from '../../core/onboarding/account-look';
import { newAnswers } from '../../core/onboarding/new-answers';
import type { WizardDraft } from '../../core/onboarding/wizard-state';
import { isOnboardingPageState } from '../../protocol/onboarding-shapes';
import type { ServerRequests } from '../../protocol/server-requests';
import { connectorFileTitle } from '../platform/connector-file';
import { pageTypes } from '../platform/contributions';
import { generatedDocuments, type GeneratedDocuments } from '../platform/generated-documents';
import { pickConnector } from '../platform/pick-connector';
import type { CommandRegistrar } from '../platform/register-command';
import { showProblem } from '../platform/show-problem';
import { draftMemory } from './draft-memory';
import { firstFrame } from './first-frame';
import { onboardingPage, openOnboardingPage, type OnboardingPage } from './onboarding-page';
import { runOnboarding, type SessionHost, type WizardSubject } from './onboarding-session';
import { accountLookUp } from './account-look-up';
import type * as Questions from './questions/run-questions';

export interface OnboardingHost {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly register: CommandRegistrar;
  readonly request: <M extends keyof ServerRequests>(method: M, params: ServerRequests[M][0]) => Promise<ServerRequests[M][1]>;
  /** Asks for an AWS profile; undefined when the user turns away. */
  readonly lookAtAccount: (tenant: string | null) => Promise<Result<AccountLook> | undefined>;
}

/** The list of questions is loaded when somebody first wants it. */
const loadQuestions = (): Promise<typeof Questions> => import('./questions/run-questions');

/** The wizards of this window: one for a new connector, and one for each file that is edited. */
export function registerOnboarding(host: OnboardingHost): void {
  const { context, register } = host;
  const documents = generatedDocuments('defender-connectors-proposed');
  const { openForm, restoreForm, ask } = wizards(host, documents);

  context.subscriptions.push(
    documents,
    register('defenderConnectors.addAccount', () => openForm(null)),
    register('defenderConnectors.addAccountByQuestions', () => ask(null)),
    register('defenderConnectors.editInWizard', async (argument) => {
      const uri = await pickConnector(argument);
      if (uri) await openForm(uri);
    }),
    register('defenderConnectors.editByQuestions', async (argument) => {
      const uri = await pickConnector(argument);
      if (uri) await ask(uri);
    }),
    vscode.window.registerWebviewPanelSerializer(pageTypes.onboarding, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const uri = isOnboardingPageState(state) ? state.uri : undefined;
        if (uri === undefined || !(await restoreForm(uri === null ? null : vscode.Uri.parse(uri, true), panel))) panel.dispose();
      },
    }),
  );
}

interface Wizards {
  openForm(uri: vscode.Uri | null): Promise<void>;
  /** False when the panel cannot be used. */
  restoreForm(uri: vscode.Uri | null, panel: vscode.WebviewPanel): Promise<boolean>;
  /** The same by questions, one after the other. */
  ask(uri: vscode.Uri | null): Promise<void>;
}

function wizards(host: OnboardingHost, documents: GeneratedDocuments): Wizards {
  const { context, log, request } = host;
  const memory = draftMemory(context.workspaceState);
  const pages = new Map<string, OnboardingPage>();
  const pageHost = { extensionUri: context.extensionUri, log };
  const lookUps = {
    'account.id': accountLookUp({ lookAtAccount: host.lookAtAccount, showProblem: (problem: Problem) => showProblem(problem, log) }),
  };

  const sessionHost = (key: string): SessionHost => ({
    form: () => request('defenderConnectors/onboardingForm', {}),
    preview: (question) => request('defenderConnectors/onboardingPreview', question),
    files: (question) => request('defenderConnectors/onboardingFiles', question),
    documents,
    lookUps,
    keep: (draft) => void (draft ? memory.keep(key, draft) : memory.forget(key)),
    onBug: (error) => log.error(error instanceof Error ? error : String(error)),
  });
  const subjectFor = async (uri: vscode.Uri | null): Promise<WizardSubject | undefined> => {
    const folder = uri ? vscode.Uri.joinPath(uri, '..') : await chooseFolder();
    const afresh = folder && (uri ? await draftOf(uri, request) : emptyDraft);
    return folder && afresh && { uri, folder, draft: memory.recall(keyOf(uri)) ?? afresh, afresh };
  };
  const begin = async (uri: vscode.Uri | null, makePage: (firstFrame: string) => OnboardingPage): Promise<void> => {
    const key = keyOf(uri);
    const open = pages.get(key);
    if (open) return open.reveal();
    const subject = await subjectFor(uri);
    if (!subject) return;
    const page = makePage(firstFrame(uri === null, subject.draft.step));
    pages.set(key, page);
    page.onClose(() => pages.delete(key));
    runOnboarding(page, subject, sessionHost(key));
  };
  const openForm = (uri: vscode.Uri | null) =>
    begin(uri, (frame) => openOnboardingPage(pageHost, { title: uri ? `Edit ${connectorFileTitle(uri.path)}` : 'Add AWS account', firstFrame: frame }));
  const ask = async (uri: vscode.Uri | null): Promise<void> => {
    pages.get(keyOf(uri))?.dispose(); // Its answers are kept, and these questions go on with them.
    const subject = await subjectFor(uri);
    if (subject) await (await loadQuestions()).runQuestions(subject, { ...sessionHost(keyOf(uri)), openForm: () => openForm(uri) });
  };

  return {
    openForm,
    ask,
    restoreForm: async (uri, panel) => {
      let taken = false;
      await begin(uri, (frame) => {
        taken = true;
        return onboardingPage(pageHost, panel, frame);
      });
      return taken;
    },
  };
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
