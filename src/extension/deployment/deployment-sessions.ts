import * as vscode from 'vscode';
import type { PlannedOperation } from '../../app/operation/operation-of';
import type { Profile } from '../../app/ports';
import type { StackOperation } from '../../core/operation/stack-operation';
import { isPageState } from '../../protocol/deployment-shapes';
import type { ConnectorSummary, GenerateAnswer } from '../../protocol/server-requests';
import { connectorFileTitle } from '../platform/connector-file';
import { problemText } from '../../core/model/problem-text';
import type { StackLook } from '../platform/stack-look';
import { requireTrust } from '../platform/trust';
import { askForOther, askForRollBack } from './ask-for-preview';
import { askForTemplate } from './ask-for-template';
import { nativeConfirmations } from './confirmations';
import type { CredentialChoices } from './credentials-for';
import { deploymentPage, openDeploymentPage } from './deployment-page';
import { DeploymentSession, type Begin } from './deployment-session';
import { connectorUri } from './history/connector-uri';
import { pastPages } from './history/past-pages';
import type { Deployments } from './history/deployments';
import { renewCredentials } from './renew-credentials';
import { canSignIn, signIn } from './sign-in';
import { grantWish, type ShownView } from './grant-wish';
import { placeInTemplate } from './place-in-template';
import type { DeploymentBackend, PageWish } from './session-host';
import { isUsable, type UsableConnector } from './usable-connector';

export interface SessionsHost {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly choices: CredentialChoices;
  readonly loadChunk: () => Promise<DeploymentBackend>;
  readonly describe: (uri: vscode.Uri) => Promise<ConnectorSummary | undefined>;
  readonly generate: (uri: string) => Promise<GenerateAnswer>;
  readonly onStack: (uri: vscode.Uri, look: StackLook) => void;
  readonly isTrusted: () => boolean;
  readonly deployments: Deployments;
  readonly listProfiles: () => Promise<readonly Profile[]>;
}

/** The deployments of this window, one per connector file. */
export class DeploymentSessions {
  private readonly byUri = new Map<string, DeploymentSession>();

  private readonly past;

  constructor(private readonly host: SessionsHost) {
    this.past = pastPages({
      pageHost: this.pageHost,
      deployments: host.deployments,
      loadChunk: () => import('./journal-chunk'),
      onPageWish: (wish, uri, view) => void this.grant(wish, { connectorUri: uri, view }).catch(this.onBug),
    });
  }

  async start(uri: vscode.Uri, { accountId, name }: UsableConnector, what: 'preview' | 'deploy'): Promise<void> {
    const credentials = await this.host.choices.need(accountId);
    if (credentials) await this.of(uri, name)[what](credentials);
  }

  /** Shows what another template would change; asks which one. */
  async startOther(uri: vscode.Uri, { accountId, name }: UsableConnector): Promise<void> {
    const credentials = await this.host.choices.need(accountId);
    if (!credentials) return;
    const from = await askForTemplate(uri);
    if (from !== undefined) await this.of(uri, name).preview(credentials, askForOther(from));
  }

  /** Shows what going back to the template before the last update would change. */
  async startRollBack(uri: vscode.Uri, { accountId, name }: UsableConnector): Promise<void> {
    const credentials = await this.host.choices.need(accountId);
    if (credentials) await this.of(uri, name).preview(credentials, askForRollBack);
  }

  /** Carries out what was reviewed and confirmed elsewhere, on the connector's page. */
  carryOut(uri: vscode.Uri, operation: PlannedOperation, begin: Begin): Promise<void> {
    return this.of(uri, operation.target.connectorName).carryOut(operation, begin);
  }

  /** Follows an operation that an earlier window has begun, or another one. */
  async follow(operation: StackOperation): Promise<void> {
    const { profile, region, connectorName } = operation.target;
    const credentials = this.host.choices.again(profile, region);
    if (credentials) await this.of(connectorUri(operation), connectorName).resume(operation, credentials);
  }

  /** Brings the page of a running operation forward, or opens one of an operation that has ended. */
  async open(operation: StackOperation): Promise<void> {
    if (operation.end !== null) return this.past.open(operation);
    this.of(connectorUri(operation), operation.target.connectorName).reveal();
  }

  /** A page of an earlier window shows that nothing stands behind it any more, and offers to look again. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    if (!isPageState(state)) return panel.dispose();
    const uri = vscode.Uri.parse(state.connectorUri);
    const connector = connectorFileTitle(uri.path);
    this.of(uri, connector).attach(deploymentPage(this.pageHost, uri, panel), {
      phase: 'stale',
      connector,
      reason: 'This page is from an earlier window. What it showed may have changed; a deployment that ran then goes on in AWS.',
    });
  }

  private of(uri: vscode.Uri, connectorName: string): DeploymentSession {
    const key = uri.toString();
    const session = this.byUri.get(key) ?? this.create(uri, connectorName);
    this.byUri.set(key, session);
    return session;
  }

  private create(connectorUri: vscode.Uri, connectorName: string): DeploymentSession {
    const { log, generate, loadChunk, onStack, isTrusted } = this.host;
    return new DeploymentSession({
      connectorUri,
      connectorName,
      generate,
      backend: loadChunk,
      confirm: nativeConfirmations,
      openPage: (title) => openDeploymentPage(this.pageHost, connectorUri, title),
      onPageWish: (wish, view) => void this.grant(wish, { connectorUri, view }).catch(this.onBug),
      placeOf: (logicalId) => placeInTemplate(this.host, connectorUri, logicalId),
      deployments: this.host.deployments,
      renew: (problem, credentials, operation) => renewCredentials(this.host, { problem, credentials, operation }),
      onStack: (look) => onStack(connectorUri, look),
      isTrusted,
      onLeftBehind: (problem) => log.warn(`A change set could not be deleted. ${problemText(problem)}`),
      onBug: this.onBug,
    });
  }

  private readonly onBug = (error: unknown) => this.host.log.error(error instanceof Error ? error : String(error));

  async grant(wish: PageWish, shown: ShownView): Promise<void> {
    const { connectorUri: uri } = shown;
    const about = wish.kind === 'act' ? wish.action : wish.kind;
    if (about !== 'chooseProfile' && about !== 'signIn') return grantWish(wish, shown, this.host.describe);
    if (!requireTrust('A profile', this.host.isTrusted)) return;
    const summary = await this.host.describe(uri);
    if (about === 'signIn') return this.signIn(uri, summary);
    const credentials = isUsable(summary) ? await this.host.choices.choose(summary.accountId) : undefined;
    if (credentials) await this.of(uri, summary?.name ?? '').previewAgain(credentials);
  }

  /** Signs in to the profile that is chosen; where its kind has nothing to sign in to, another one is chosen. */
  private async signIn(uri: vscode.Uri, summary: ConnectorSummary | undefined): Promise<void> {
    if (!isUsable(summary)) return;
    const known = this.host.choices.known(summary.accountId);
    const profile = (await this.host.listProfiles()).find(({ name }) => name === known?.profile);
    if (known && profile && canSignIn(profile)) {
      if (await signIn(profile)) await this.of(uri, summary.name).previewAgain(known);
      return;
    }
    const message = `Profile ${known?.profile ?? ''} has nothing to sign in to: renew its keys or its session where they come from, then preview again.`;
    await vscode.window.showInformationMessage(message);
  }

  private get pageHost() {
    return { extensionUri: this.host.context.extensionUri, log: this.host.log };
  }
}
