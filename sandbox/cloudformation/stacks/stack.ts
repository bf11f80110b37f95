import type { JsonObject } from '../../json';
import type { ParameterValues } from '../template/parameters';
import type { DeletionPolicy, Template } from '../template/template';

export interface StackEvent {
  readonly id: string;
  readonly time: Date;
  readonly logicalId: string;
  readonly physicalId: string;
  readonly type: string;
  readonly status: string;
  readonly reason: string | undefined;
  readonly properties: JsonObject | undefined;
  readonly token: string | undefined;
}

export type DriftStatus = 'IN_SYNC' | 'MODIFIED' | 'DELETED' | 'NOT_CHECKED';

export interface StackResource {
  readonly logicalId: string;
  readonly type: string;
  physicalId: string | undefined;
  status: string;
  reason: string | undefined;
  updated: Date;
  /** As last resolved and carried out. */
  properties: JsonObject;
  attributes: JsonObject;
  deletionPolicy: DeletionPolicy;
  drift: { readonly status: DriftStatus; readonly actual?: JsonObject; readonly checked?: Date };
}

export interface StackOutput {
  readonly key: string;
  readonly value: string;
  readonly description: string | undefined;
  readonly exportName: string | undefined;
}

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** What a caller wants a stack to be: checked, its parameters resolved, nothing made yet. */
export interface Deployment {
  readonly template: Template;
  readonly templateBody: string;
  readonly parameters: ParameterValues;
  /** Which resources and outputs there are, by condition. */
  readonly conditions: ReadonlyMap<string, boolean>;
  readonly capabilities: readonly string[];
  readonly tags: readonly Tag[];
}

export type OnFailure = 'ROLLBACK' | 'DELETE' | 'DO_NOTHING';

export interface Stack {
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly region: string;
  readonly created: Date;
  updated: Date | undefined;
  deleted: Date | undefined;
  status: string;
  reason: string | undefined;
  /** What the stack is or becomes. Absent before its first change set is carried out. */
  deployment: Deployment | undefined;
  outputs: readonly StackOutput[];
  readonly resources: Map<string, StackResource>;
  /** Oldest first. */
  readonly events: StackEvent[];
  readonly changeSets: ChangeSet[];
  readonly driftDetections: DriftDetection[];
  drift: { readonly status: string; readonly checked?: Date };
  terminationProtection: boolean;
  onFailure: OnFailure;
  notificationArns: readonly string[];
  roleArn: string | undefined;
  timeoutMinutes: number | undefined;
  /** Token of the operation under way; all its events carry it. */
  token: string | undefined;
  /** Asks the operation under way to stop at its next step: to roll back, or to make room for a deletion. */
  stopRequest: 'cancel' | 'delete' | undefined;
  /** What an update that failed goes back to. */
  before: StackSnapshot | undefined;
  changeSetId: string | undefined;
  /** Physical ids of what the operation under way takes over, by logical id. */
  imports: ReadonlyMap<string, string>;
}

export interface StackSnapshot {
  readonly deployment: Deployment;
  readonly outputs: readonly StackOutput[];
  readonly resources: ReadonlyMap<string, StackResource>;
}

export interface DriftDetection {
  readonly id: string;
  readonly time: Date;
  status: 'DETECTION_IN_PROGRESS' | 'DETECTION_COMPLETE';
}

export interface ChangeSet {
  readonly id: string;
  readonly name: string;
  readonly type: 'CREATE' | 'UPDATE' | 'IMPORT';
  readonly created: Date;
  readonly description: string | undefined;
  readonly deployment: Deployment;
  readonly onStackFailure: OnFailure | undefined;
  /** What an import takes over. */
  readonly imports: readonly ResourceToImport[];
  status: string;
  executionStatus: string;
  reason: string | undefined;
  changes: readonly ResourceChange[];
}

export interface ResourceToImport {
  readonly logicalId: string;
  readonly type: string;
  /** Property and value, such as `RoleName`. */
  readonly identifier: Readonly<Record<string, string>>;
}

export interface ResourceChange {
  readonly action: 'Add' | 'Modify' | 'Remove' | 'Import';
  readonly logicalId: string;
  readonly physicalId: string | undefined;
  readonly type: string;
  readonly policyAction: string | undefined;
  readonly replacement: 'True' | 'False' | 'Conditional' | undefined;
  readonly scope: readonly string[];
  readonly details: readonly ChangeDetail[];
  readonly before: JsonObject | undefined;
  readonly after: JsonObject | undefined;
}

export interface ChangeDetail {
  readonly attribute: 'Properties' | 'Metadata' | 'DeletionPolicy' | 'Tags';
  readonly name: string | undefined;
  readonly requiresRecreation: 'Never' | 'Conditionally' | 'Always';
  readonly changeType: 'Add' | 'Remove' | 'Modify';
  readonly evaluation: 'Static' | 'Dynamic';
  readonly source: 'DirectModification' | 'ParameterReference' | 'ResourceReference' | 'ResourceAttribute';
  readonly cause: string | undefined;
  readonly before: string | undefined;
  readonly after: string | undefined;
}
