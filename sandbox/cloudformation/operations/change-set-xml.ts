import type { XmlObject } from '../../http/xml';
import type { ChangeDetail, ChangeSet, ResourceChange, Stack } from '../stacks/stack';
import { parametersXml } from './stack-xml';

export const changeSetSummaryXml = (stack: Stack, changeSet: ChangeSet): XmlObject => ({
  StackId: stack.id,
  StackName: stack.name,
  ChangeSetId: changeSet.id,
  ChangeSetName: changeSet.name,
  ExecutionStatus: changeSet.executionStatus,
  Status: changeSet.status,
  StatusReason: changeSet.reason,
  CreationTime: changeSet.created,
  Description: changeSet.description,
  IncludeNestedStacks: false,
});

export const changeSetXml = (
  stack: Stack,
  changeSet: ChangeSet,
  changes: readonly ResourceChange[],
  withValues: boolean,
): XmlObject => ({
  ...changeSetSummaryXml(stack, changeSet),
  Parameters: parametersXml(changeSet.deployment),
  NotificationARNs: stack.notificationArns,
  RollbackConfiguration: {},
  Capabilities: changeSet.deployment.capabilities,
  Tags: changeSet.deployment.tags.map(({ Key, Value }) => ({ Key, Value })),
  Changes: changes.map((change) => ({ Type: 'Resource', ResourceChange: resourceChangeXml(change, withValues) })),
  OnStackFailure: changeSet.onStackFailure,
});

const resourceChangeXml = (change: ResourceChange, withValues: boolean): XmlObject => ({
  PolicyAction: change.policyAction,
  Action: change.action,
  LogicalResourceId: change.logicalId,
  PhysicalResourceId: change.physicalId,
  ResourceType: change.type,
  Replacement: change.replacement,
  Scope: change.scope,
  Details: change.details.map((detail) => detailXml(detail, withValues)),
  BeforeContext: withValues && change.before ? JSON.stringify({ Properties: change.before }) : undefined,
  AfterContext: withValues && change.after ? JSON.stringify({ Properties: change.after }) : undefined,
});

const detailXml = (detail: ChangeDetail, withValues: boolean): XmlObject => ({
  Target: {
    Attribute: detail.attribute,
    Name: detail.name,
    RequiresRecreation: detail.requiresRecreation,
    ...(withValues && {
      Path: detail.name ? `/${detail.attribute}/${detail.name}` : `/${detail.attribute}`,
      BeforeValue: detail.before,
      AfterValue: detail.after,
      AttributeChangeType: detail.changeType,
    }),
  },
  Evaluation: detail.evaluation,
  ChangeSource: detail.source,
  CausingEntity: detail.cause,
});
