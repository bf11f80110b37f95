import type { Plans } from './connector';

/** Names a connector in Azure. Azure compares all three without regard to case. */
export interface ConnectorKey {
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly name: string;
}

/** A connector as Azure lists it: what a tree and a coverage matrix need, without the body. */
export interface AzureConnector {
  /** ARM id, as Azure spells it. */
  readonly id: string;
  readonly key: ConnectorKey;
  readonly location: string | null;
  /** The AWS account; null where Azure's answer has none. */
  readonly accountId: string | null;
  readonly membership: 'single' | 'organization' | 'member';
  /** Of a member: the account of its organization. */
  readonly parentId: string | null;
  /** Plans and features that are on. */
  readonly plans: Plans;
}
