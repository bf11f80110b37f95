import type { DiagnosticAction } from '../core/catalog/diagnostics';
import type { Problem } from '../core/model/problem';
import type { StackOperation } from '../core/operation/stack-operation';
import type { ConflictChoice, PreflightCheck } from '../core/plan/preflight-check';
import type { DeploymentOutcome, DeploymentPreview, StackEvent } from '../core/plan/deployment-preview';

/** What the deployment page shows. The extension decides it; the page only draws it. */
export type DeploymentView =
  | {
      readonly phase: 'preparing';
      readonly connector: string;
      readonly profile: string;
      readonly step: string;
      /** Those that are known so far. */
      readonly checks: readonly PreflightCheck[];
    }
  | { readonly phase: 'preview'; readonly connector: string; readonly preview: DeploymentPreview }
  | RunningView
  | {
      readonly phase: 'done';
      readonly connector: string;
      readonly operation: ShownOperation;
      readonly outcome: DeploymentOutcome;
      readonly events: readonly StackEvent[];
      /** Where the resource that failed stands in the template file; null when there is no such file. */
      readonly place: TemplatePlace | null;
    }
  | {
      readonly phase: 'refused';
      readonly connector: string;
      readonly profile: string;
      readonly problem: Problem;
      readonly checks: readonly PreflightCheck[];
    }
  /** Shown before, but nothing stands behind it any more. */
  | { readonly phase: 'stale'; readonly connector: string; readonly reason: string };

export interface TemplatePlace {
  /** The name of the file, without its folders. */
  readonly file: string;
  /** From one. */
  readonly line: number;
}

/** What is done, and where: also of an operation that another window began. */
export type ShownOperation = Pick<StackOperation, 'kind' | 'target'>;

export interface RunningView {
  readonly phase: 'running';
  readonly connector: string;
  readonly operation: ShownOperation;
  readonly stackStatus: string;
  readonly done: number;
  readonly total: number;
  readonly elapsedMs: number;
  /** Oldest first. To a page go those that it has not got yet; all so far when it says that it is ready. */
  readonly events: readonly StackEvent[];
  /** What Cancel does: an update can be rolled back, a creation or a deletion can only be left to itself. */
  readonly cancel: 'rollBack' | 'leave';
  readonly cancelling: boolean;
  /** AWS is out of reach, or wants new credentials: why nothing moves; null when all is well. */
  readonly waiting: string | null;
}

/** To the page: the whole view, so that a page that was hidden or reloaded is right at once. Events of a running operation go once. */
export interface DeploymentHostMessage {
  readonly kind: 'view';
  /** File of the connector: what the page keeps for the next window, and nothing else. */
  readonly connectorUri: string;
  readonly view: DeploymentView;
}

/** From the page: wishes. Whatever changes AWS is asked again in a native dialog. */
export type DeploymentPageMessage =
  | { readonly kind: 'ready' }
  /** Names the change set that the user saw, so that an outdated page cannot deploy a newer one; null where only audiences are to be added. */
  | { readonly kind: 'deploy'; readonly changeSetId: string | null; readonly acknowledged: readonly string[] }
  | { readonly kind: 'discard'; readonly changeSetId: string }
  | { readonly kind: 'cancel' }
  /** What to do about something that exists already; previews again. */
  | { readonly kind: 'resolve'; readonly logicalId: string; readonly choice: ConflictChoice['kind'] }
  | { readonly kind: 'previewAgain' }
  /** Asks for a file or an address, and previews it in place of the connector's template. */
  | { readonly kind: 'otherTemplate' }
  | { readonly kind: 'chooseProfile' }
  | { readonly kind: 'signIn' }
  | { readonly kind: 'openConnector' }
  | { readonly kind: 'copyOutputs' }
  /** Explains the reason of this event. */
  | { readonly kind: 'explain'; readonly eventId: string }
  /** Opens the template at the resource that failed. */
  | { readonly kind: 'openPlace' }
  /** Does what the explanation of the failure offers. */
  | { readonly kind: 'act'; readonly action: DiagnosticAction };

/** What the page hands to VS Code to be restored from. */
export interface DeploymentPageState {
  readonly connectorUri: string;
}
