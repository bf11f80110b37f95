import type { ArmApiVersion } from '../generate/arm/api-versions';
import type { ArmConnector } from '../model/arm-body';
import type { ConnectorKey } from '../model/azure-connector';
import type { BodyChange } from './body-changes';
import type { RightCheck } from './check-rights';

/** All that writing one connector would do in Azure. What carries it out makes no choices. */
export interface ConnectorPlan {
  readonly action: 'create' | 'update' | 'none';
  readonly tenant: string;
  readonly key: ConnectorKey;
  readonly location: string;
  readonly accountId: string;
  readonly apiVersion: ArmApiVersion;
  /** As it is in Azure now. */
  readonly before: ArmConnector | null;
  /** As it is sent: all offerings, also those that no file can say. */
  readonly body: ArmConnector;
  readonly etag: string | null;
  readonly changes: readonly BodyChange[];
  /** What has to be there first. */
  readonly registersProvider: boolean;
  readonly createsGroup: boolean;
  readonly rights: readonly RightCheck[];
  /** What is worth knowing before a yes, in sentences. */
  readonly notes: readonly string[];
}

/** What deleting a connector does, what it takes with it, and what stays. */
export interface DeletionPlan {
  readonly tenant: string;
  readonly key: ConnectorKey;
  readonly accountId: string | null;
  /** Connectors of the organization's members, which Azure deletes too. */
  readonly members: readonly ConnectorKey[];
  readonly steps: readonly DeletionStep[];
}

export interface DeletionStep {
  /** `now`: this deletion. `later`: yours, in this order. `shared`: look who else uses it. `keep`: stays. */
  readonly kind: 'now' | 'later' | 'shared' | 'keep';
  readonly sentence: string;
}
