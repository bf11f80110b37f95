import * as vscode from 'vscode';
import type { Problem } from '../../core/model/problem';
import type { Result } from '../../core/model/result';
import type { AccountLook } from '../../core/onboarding/account-look';
import type { Answers } from '../../core/onboarding/answers';
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
import { requireTrust } from '../platform/trust';
import { draftMemory } from './draft-memory';
import { firstFrame } from './first-frame';
import { onboardingPage, openOnboardingPage, type OnboardingPage } from './onboarding-page';
import { confirmStartingOver } from './wizard-actions';
import { runOnboarding, type SessionHost, type WizardSubject } from './onboarding-session';
import { accountLookUp } from './account-look-up';
import { azureLookUps, type AzureLists } from './azure-look-ups';
import { broughtTemplate } from './brought-template';
import type * as Import from './import-from-azure';
import type { ImportHost } from './import-from-azure';
import type { LookUps } from './look-ups';
import type * as Questions from './questions/run-questions';

export interface OnboardingHost {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly register: CommandRegistrar;
  readonly request: <M extends keyof ServerRequests>(method: M, params: ServerRequests[M][0]) => Promise<ServerRequests[M][1]>;
  /** Asks for an AWS profile; undefined when the user turns away. */
  readonly lookAtAccount: (tenant: string | null) => Promise<Result<AccountLook> | undefined>;
  readonly azure: AzureLists & ImportHost['azure'];
}

const loadImport = (): Promise<typeof Import> => import('./import-from-azure');

/** The list of questions is loaded when somebody first wants it. */
const loadQuestions = (): Promise<typeof Questions> => import('./questions/run-questions');

/** The wizards of this window: one for a new connector, and one for each file that is edited. */
export function registerOnboarding(host: OnboardingHost): void {
  const { context, register } = host;
  const documents = generatedDocuments('defender-connectors-proposed');
  const { openForm, restoreForm, ask, importConnector } = wizards(host, documents);

  context.subscriptions.push(
    documents,
    register('defenderConnectors.addAccount', () => openForm(null)),
    register('defenderConnectors.addAccountByQuestions', () => ask(null)),
    register('defenderConnectors.importConnector', importConnector),
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
  /** A new file from a connector that Azure has. */
  importConnector(): Promise<void>;
  /** The same by questions, one after the other. */
  ask(uri: vscode.Uri | null): Promise<void>;
}

function wizards(host: OnboardingHost, documents: GeneratedDocuments): Wizards {
  const { context, log, request } = host;
  const memory = draftMemory(context.workspaceState);
  const pages = new Map<string, OnboardingPage>();
  const pageHost = { extensionUri: context.extensionUri, log };
  const sessionHost = ({ uri, folder }: WizardSubject, key = keyOf(uri)): SessionHost => ({
    form: () => request('defenderConnectors/onboardingForm', {}),
    preview: (question) => request('defenderConnectors/onboardingPreview', question),
    files: (question) => request('defenderConnectors/onboardingFiles', question),
    output: (question, kind) => request('defenderConnectors/onboardingOutput', { question, kind }),
    documents,
    lookUps: lookUpsFor(host, folder),
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
    runOnboarding(page, subject, sessionHost(subject));
  };
  const openForm = (uri: vscode.Uri | null) =>
    begin(uri, (frame) => openOnboardingPage(pageHost, { title: uri ? `Edit ${connectorFileTitle(uri.path)}` : 'Add AWS account', firstFrame: frame }));
  const ask = async (uri: vscode.Uri | null): Promise<void> => {
    pages.get(keyOf(uri))?.dispose(); // Its answers are kept, and these questions go on with them.
    const subject = await subjectFor(uri);
    if (subject) await (await loadQuestions()).runQuestions(subject, { ...sessionHost(subject), openForm: () => openForm(uri) });
  };
  const importConnector = async (): Promise<void> => {
    if (memory.recall('new') && !(await confirmStartingOver())) return;
    const answers = await importedAnswers(host);
    if (!answers) return;
    pages.get('new')?.dispose();
    await memory.keep('new', { ...emptyDraft, answers });
    await openForm(null);
  };

  return {
    openForm,
    ask,
    importConnector,
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

async function importedAnswers({ azure, request, log }: OnboardingHost): Promise<Answers | undefined> {
  return (await loadImport()).importFromAzure({
    azure,
    toAnswers: (question) => request('defenderConnectors/onboardingImport', question),
    showProblem: (problem) => showProblem(problem, log),
  });
}

function lookUpsFor({ lookAtAccount, azure, log }: OnboardingHost, folder: vscode.Uri): LookUps {
  const show = (problem: Problem) => showProblem(problem, log);
  return {
    'account.id': accountLookUp({ lookAtAccount, showProblem: show }),
    ...azureLookUps({ azure, isAllowed: () => requireTrust('Choosing in Azure', () => vscode.workspace.isTrusted), showProblem: show }),
    'deployment.template': broughtTemplate(folder),
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
