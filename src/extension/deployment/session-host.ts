import type * as vscode from 'vscode';
import type { Problem } from '../../core/model/problem';
import type { DeploymentPreview } from '../../core/plan/deployment-preview';
import type { DeploymentPageMessage, DeploymentView, ShownOperation, TemplatePlace } from '../../protocol/deployment';
import type { GenerateAnswer } from '../../protocol/server-requests';
import type { StackLook } from '../platform/stack-look';
import type { Confirmations } from './confirmations';
import type * as Chunk from './deployment-chunk';
import type { Credentials } from './deployment-chunk';
import type { DeploymentPage } from './deployment-page';
import type { Deployments } from './history/deployments';

export type DeploymentBackend = Pick<typeof Chunk, 'preview' | 'execute' | 'pickUp' | 'discard' | 'resourceLine' | 'rollBackPreview'>;

/** Wishes of the page that need more than a session knows. */
export type PageWish = Exclude<DeploymentPageMessage, { kind: 'ready' | 'deploy' | 'discard' | 'cancel' | 'copyOutputs' }>;

export interface SessionHost {
  readonly connectorUri: vscode.Uri;
  readonly connectorName: string;
  readonly generate: (uri: string) => Promise<GenerateAnswer>;
  readonly backend: () => Promise<DeploymentBackend>;
  readonly confirm: Confirmations;
  readonly openPage: (title: string) => DeploymentPage;
  /** What the page showed when it was wished belongs to it. */
  readonly onPageWish: (wish: PageWish, view: DeploymentView | undefined) => void;
  /** Where a resource stands in the connector's template file; null when there is none. */
  readonly placeOf: (logicalId: string) => Promise<TemplatePlace | null>;
  /** The Deployments view and the journal behind it. */
  readonly deployments: Pick<Deployments, 'journal' | 'progress' | 'ended'>;
  /** Credentials are not accepted any more while an operation runs: asks for others. */
  readonly renew: (problem: Problem, credentials: Credentials, operation: ShownOperation) => Promise<Credentials | undefined>;
  readonly onStack: (look: StackLook) => void;
  /** Asked again before whatever uses credentials: a page can be older than the answer. */
  readonly isTrusted: () => boolean;
  /** A change set that nobody waits for could not be deleted. */
  readonly onLeftBehind: (problem: Problem) => void;
  readonly onBug: (error: unknown) => void;
}

/** A preview together with the credentials it was made with: what is carried out is what was shown, as who showed it. */
export interface Ready {
  readonly preview: DeploymentPreview;
  readonly credentials: Credentials;
  /** Ids of the escalations that the user has acknowledged on the page. */
  readonly acknowledged?: readonly string[];
}
