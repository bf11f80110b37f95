import * as vscode from 'vscode';
import type { Answers } from '../../core/onboarding/answers';
import { newAnswers } from '../../core/onboarding/new-answers';
import type { WizardDraft } from '../../core/onboarding/wizard-state';
import { isOnboardingPageState } from '../../protocol/onboarding-shapes';
import { connectorFileTitle } from '../platform/connector-file';
import { pageTypes } from '../platform/contributions';
import { generatedDocuments, type GeneratedDocuments } from '../platform/generated-documents';
import { pickConnector } from '../platform/pick-connector';
import type { CommandRegistrar } from '../platform/register-command';
import { showProblem } from '../platform/show-problem';
import { confirmStartingOver } from './confirm-starting-over';
import { draftMemory } from './draft-memory';
import { firstFrame } from './first-frame';
import { onboardingPage, openOnboardingPage, type OnboardingPage } from './onboarding-page';
import type * as Import from './import-from-azure';
import type { ImportHost } from './import-from-azure';
import type * as Questions from './questions/run-questions';
import type { WizardHost } from './session-host';
import type * as Wizard from './wizard-chunk';
import type { WizardSubject } from './wizard-subject';

export interface OnboardingHost extends WizardHost {
  readonly context: vscode.ExtensionContext;
  readonly register: CommandRegistrar;
  readonly azure: WizardHost['azure'] & ImportHost['azure'];
}

const loadImport = (): Promise<typeof Import> => import('./import-from-azure');

const loadWizard = (): Promise<typeof Wizard> => import('./wizard-chunk');

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
  const { context, log } = host;
  const memory = draftMemory(context.workspaceState);
  const pages = new Map<string, OnboardingPage>();
  const onBug = (error: unknown) => log.error(error instanceof Error ? error : String(error));
  const pageHost = { extensionUri: context.extensionUri, log };
  const sessionParts = ({ uri, folder }: WizardSubject) => ({
    documents, folder, keep: (draft: WizardDraft | undefined) => void (draft ? memory.keep(keyOf(uri), draft) : memory.forget(keyOf(uri))),
  });
  const subjectIn = async (folder: vscode.Uri, uri: vscode.Uri | null): Promise<WizardSubject | undefined> => {
    const read = await readFile(uri, host.request);
    return read && { uri, folder, draft: memory.recall(keyOf(uri)) ?? read.afresh, ...read };
  };
  const begin = async (uri: vscode.Uri | null, makePage: (firstFrame: string) => OnboardingPage): Promise<void> => {
    const key = keyOf(uri);
    const open = pages.get(key);
    if (open) return open.reveal();
    const folder = await folderFor(uri);
    if (!folder) return;
    const page = makePage(firstFrame(uri === null, memory.recall(key)?.step ?? emptyDraft.step));
    pages.set(key, page);
    page.onClose(() => pages.delete(key));
    // Whatever was loaded or asked for earlier would hold up the first paint. Nobody waits here: VS Code shows a restored page only afterwards.
    void page.ready.then((isReady) => (isReady ? fill(page, folder, uri) : undefined)).catch(onBug);
  };
  const fill = async (page: OnboardingPage, folder: vscode.Uri, uri: vscode.Uri | null): Promise<void> => {
    const [wizard, subject] = await Promise.all([loadWizard(), subjectIn(folder, uri)]);
    if (subject) wizard.runOnboarding(page, subject, wizard.sessionHost(host, sessionParts(subject)));
    else page.dispose();
  };
  const openForm = (uri: vscode.Uri | null) => begin(uri, (frame) => openOnboardingPage(pageHost, { title: titleOf(uri), firstFrame: frame }));
  const ask = async (uri: vscode.Uri | null): Promise<void> => {
    pages.get(keyOf(uri))?.dispose(); // Its answers are kept, and these questions go on with them.
    const folder = await folderFor(uri);
    const subject = folder && (await subjectIn(folder, uri));
    if (!subject) return;
    const [wizard, { runQuestions }] = await Promise.all([loadWizard(), loadQuestions()]);
    await runQuestions(subject, { ...wizard.sessionHost(host, sessionParts(subject)), form: wizard.onboardingForm(), openForm: () => openForm(uri) });
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

const titleOf = (uri: vscode.Uri | null): string => (uri ? `Edit ${connectorFileTitle(uri.path)}` : 'Add AWS account');

const keyOf = (uri: vscode.Uri | null): string => uri?.toString() ?? 'new';

const emptyDraft: WizardDraft = { before: null, answers: newAnswers, step: 'account', touched: [], tried: [] };

async function readFile(uri: vscode.Uri | null, request: OnboardingHost['request']): Promise<Pick<WizardSubject, 'file' | 'afresh'> | undefined> {
  if (!uri) return { file: null, afresh: emptyDraft };
  const read = await request('defenderConnectors/onboardingAnswers', { uri: uri.toString() });
  if (read.ok) return { file: read.file, afresh: { ...emptyDraft, before: read.before, answers: read.answers } };
  await vscode.window.showTextDocument(uri);
  await vscode.window.showWarningMessage(`${connectorFileTitle(uri.path)} cannot be edited in the wizard. ${read.message}`);
  return undefined;
}

const folderFor = async (uri: vscode.Uri | null): Promise<vscode.Uri | undefined> => (uri ? vscode.Uri.joinPath(uri, '..') : chooseFolder());

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick({ placeHolder: 'Folder for the new connector' }))?.uri;
  if (!folders[0]) await vscode.window.showInformationMessage('A connector file lives in a folder. Open a folder first, then add the account.');
  return folders[0]?.uri;
}
