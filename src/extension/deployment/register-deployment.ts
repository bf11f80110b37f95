import * as vscode from 'vscode';
import type { Explanation } from '../../core/diagnose/explanation';
import type { Result } from '../../core/model/result';
import type { AccountLook } from '../../core/onboarding/account-look';
import { adviceSummary, type UpdateAdvice } from '../../core/plan/update-advice';
import type { ConnectorSummary, GenerateAnswer } from '../../protocol/server-requests';
import { pageTypes } from '../platform/contributions';
import type { CommandRegistrar } from '../platform/register-command';
import type { StackAdvice, StackLook } from '../platform/stack-look';
import { problemText } from '../../core/model/problem-text';
import { requireTrust } from '../platform/trust';
import { connectorSource } from './connector-source';
import { credentialChoices, type CredentialChoices } from './credentials-for';
import { connectorCommand, deploymentCommands } from './deployment-commands';
import type * as Chunk from './deployment-chunk';
import type { Credentials } from './deployment-chunk';
import { registerHistory } from './history/register-history';
import { loadSessionsOnce } from './load-sessions';
import { profileMemory } from './profile-memory';
import { profileStatus } from './profile-status';
import { stackCareCommands } from './stack-care-commands';
import { isUsable } from './usable-connector';

export interface DeploymentHost {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly register: CommandRegistrar;
  /** Reads one connector file now. */
  readonly describe: (uri: vscode.Uri) => Promise<ConnectorSummary | undefined>;
  /** What is known of it without reading. */
  readonly summaryOf: (uri: vscode.Uri) => ConnectorSummary | undefined;
  readonly generate: (uri: string) => Promise<GenerateAnswer>;
  readonly onStack: (uri: vscode.Uri, look: StackLook) => void;
  readonly isTrusted: () => boolean;
}

/** What other features may ask of this one. */
export interface Deployment {
  /** Looks at a connector's stack. Asks for a profile only when told to; undefined when it may or can not look. */
  lookUp(summary: ConnectorSummary, ask: boolean): Promise<StackLook | undefined>;
  /** Asks for a profile and looks whose account it is. Undefined when the user turns away or the workspace is not trusted. */
  lookAtAccount(tenant: string | null): Promise<Result<AccountLook> | undefined>;
  /** The profile that was chosen for an account, else asks. Undefined when the user turns away or the workspace is not trusted. */
  credentials(accountId: string): Promise<Credentials | undefined>;
  /** Has AWS decode the reason of a refusal, after a question. Undefined when the user turns away or the workspace is not trusted. */
  decode(text: string, connector: vscode.Uri | undefined): Promise<Result<Explanation> | undefined>;
  /** Signs in to the connector's profile, then previews. */
  signIn(connector: vscode.Uri): Promise<void>;
}

/** AWS code is loaded on first use and not before. */
const loadChunk = (): Promise<typeof Chunk> => import('./deployment-chunk');

export function registerDeployment(host: DeploymentHost): Deployment {
  const { context, isTrusted } = host;
  const regions = async () => (await loadChunk()).regions();
  const choices = credentialChoices({
    memory: profileMemory(context.workspaceState),
    isTrusted,
    listProfiles: async () => (await loadChunk()).listProfiles(),
    regions,
  });
  const listProfiles = async () => (await loadChunk()).listProfiles();
  const history = registerHistory(host, (all) => loadSessionsOnce({ ...host, choices, loadChunk, listProfiles, deployments: all }));
  const { loadSessions } = history;
  context.subscriptions.push(
    history,
    ...deploymentCommands({ ...host, loadSessions, choices }),
    ...stackCareCommands({ ...host, loadSessions, choices, loadChunk, regions, whenTrusted: connectorCommand(host) }),
    profileStatus(choices, async (uri) => (host.summaryOf(uri) ?? (await host.describe(uri)))?.accountId ?? null),
    vscode.window.registerWebviewPanelSerializer(pageTypes.deployment, {
      deserializeWebviewPanel: async (panel, state: unknown) => (await loadSessions()).restore(panel, state),
    }),
  );
  return {
    lookUp: (summary, ask) => lookUp(summary, { choices, generate: host.generate, ask: ask && isTrusted() }),
    credentials: async (accountId) => (requireTrust('A profile', isTrusted) ? choices.need(accountId) : undefined),
    decode: async (text, connector) => {
      if (!requireTrust('Decoding', isTrusted)) return undefined;
      return (await import('./account-care')).decodeReason({ ...host, choices, regions, loadChunk }, text, connector);
    },
    signIn: async (connectorUri) => (await loadSessions()).grant({ kind: 'signIn' }, { connectorUri, view: undefined }),
    lookAtAccount: async (tenant) => {
      if (!requireTrust('Looking up an account', isTrusted)) return undefined;
      const credentials = await choices.chooseAny();
      if (!credentials) return undefined;
      const look = await lookAtAccount(credentials, tenant);
      if (look.ok) await choices.remember(look.value.accountId, credentials.profile);
      return look;
    },
  };
}

/** A role that wants an MFA code, or a command of the user's, may take its time: it can be cancelled. */
const lookAtAccount = (credentials: Credentials, tenant: string | null): Thenable<Result<AccountLook>> =>
  vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `Looking up the account of profile ${credentials.profile}`, cancellable: true },
    async (_progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      return (await loadChunk()).account(credentials, tenant, { signal: abort.signal });
    },
  );

interface LookUp {
  readonly choices: CredentialChoices;
  readonly generate: DeploymentHost['generate'];
  readonly ask: boolean;
}

async function lookUp(summary: ConnectorSummary, { choices, generate, ask }: LookUp): Promise<StackLook | undefined> {
  if (!isUsable(summary)) return undefined;
  const { accountId, stack } = summary;
  const credentials = ask ? await choices.need(accountId) : choices.known(accountId);
  if (!credentials) return undefined;
  const { stackStatus, advise } = await loadChunk();
  const status = await stackStatus({ accountId, stack: stack.name, region: credentials.region ?? stack.region }, credentials);
  if (status.ok && status.value !== null) {
    const source = await connectorSource(vscode.Uri.parse(summary.uri), generate);
    const advice = source && (await advise(source, credentials));
    return { kind: 'seen', at: new Date(), status: status.value, profile: credentials.profile, ...(advice?.ok ? { advice: adviceOf(advice.value) } : {}) };
  }
  if (status.ok) return { kind: 'seen', at: new Date(), status: status.value, profile: credentials.profile };
  return { kind: 'failed', at: new Date(), message: problemText(status.error) };
}

const adviceOf = (advice: UpdateAdvice): StackAdvice => ({ summary: adviceSummary(advice), reasons: advice.reasons.map(({ message }) => message) });
