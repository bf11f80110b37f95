import type { ConnectorHealth } from '../core/model/health';
import type { Problem } from '../core/model/problem';

/** What the health page of one connector shows. The extension decides it; the page only draws it. */
export interface HealthView {
  /** Counts up: a wish names the view that it was made from, so that an outdated page does not speak of other issues. */
  readonly revision: number;
  readonly connector: HealthConnector;
  readonly health: ConnectorHealth;
  /** What runs at the moment. */
  readonly work: HealthWork | null;
  /** Why the last wish could not be fulfilled. */
  readonly problem: Problem | null;
  /** What can be asked for here and now. */
  readonly offers: readonly HealthOffer[];
  /** What this tool can do about an issue, by the issue's place in the list. */
  readonly fixes: readonly IssueFix[];
}

export interface HealthConnector {
  readonly name: string;
  readonly accountId: string | null;
  readonly accountType: string | null;
  /** Where Azure has it: subscription and resource group; null where only a file is known. */
  readonly place: string | null;
}

export interface HealthWork {
  readonly kind: 'verify' | 'azure';
  readonly step: string;
  readonly done: number;
  /** Zero where it is not known. */
  readonly total: number;
}

export type HealthOffer = 'verify' | 'readAzure' | 'signIn' | 'openFile' | 'openPortal';

export interface IssueFix {
  readonly issue: number;
  readonly label: string;
}

/** To the page: always the whole view, so that a page that was hidden or reloaded is right at once. */
export interface HealthHostMessage {
  readonly kind: 'view';
  /** What the page keeps for the next window: which connector it is of, and nothing else. */
  readonly connectorKey: string;
  readonly view: HealthView;
}

/** From the page: wishes. A script is shown in full in the editor before anybody can run it. */
export type HealthPageMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: HealthOffer }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'copyReport' }
  | IssueWish;

export interface IssueWish {
  readonly kind: 'copySteps' | 'copyScript' | 'runScript' | 'fix' | 'openReference';
  readonly revision: number;
  readonly issue: number;
}

export interface HealthPageState {
  readonly connectorKey: string;
}
