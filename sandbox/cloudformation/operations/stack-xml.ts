import type { XmlObject } from '../../http/xml';
import type { Stack, StackEvent, StackResource } from '../stacks/stack';

export const stackXml = (stack: Stack): XmlObject => ({
  StackId: stack.id,
  StackName: stack.name,
  ChangeSetId: stack.changeSetId,
  Description: stack.deployment?.template.description,
  Parameters: stack.deployment && parametersXml(stack.deployment),
  CreationTime: stack.created,
  DeletionTime: stack.deleted,
  LastUpdatedTime: stack.updated,
  RollbackConfiguration: {},
  StackStatus: stack.status,
  StackStatusReason: stack.reason,
  DisableRollback: stack.onFailure === 'DO_NOTHING',
  NotificationARNs: stack.notificationArns,
  TimeoutInMinutes: stack.timeoutMinutes,
  Capabilities: stack.deployment?.capabilities,
  Outputs: stack.outputs.map(({ key, value, description, exportName }) => ({
    OutputKey: key, OutputValue: value, Description: description, ExportName: exportName,
  })),
  RoleARN: stack.roleArn,
  Tags: stack.deployment?.tags.map(({ Key, Value }) => ({ Key, Value })) ?? [],
  EnableTerminationProtection: stack.terminationProtection,
  DriftInformation: { StackDriftStatus: stack.drift.status, LastCheckTimestamp: stack.drift.checked },
});

/** Secrets are shown as stars (API model, NoEcho). */
export const parametersXml = ({ template, parameters }: NonNullable<Stack['deployment']>): readonly XmlObject[] =>
  [...parameters].map(([key, value]) => ({
    ParameterKey: key,
    ParameterValue: template.parameters.get(key)?.noEcho ? '****' : value,
  }));

export const stackSummaryXml = (stack: Stack): XmlObject => ({
  StackId: stack.id,
  StackName: stack.name,
  TemplateDescription: stack.deployment?.template.description,
  CreationTime: stack.created,
  LastUpdatedTime: stack.updated,
  DeletionTime: stack.deleted,
  StackStatus: stack.status,
  StackStatusReason: stack.reason,
  DriftInformation: { StackDriftStatus: stack.drift.status, LastCheckTimestamp: stack.drift.checked },
});

export const eventXml = (stack: Stack, event: StackEvent): XmlObject => ({
  StackId: stack.id,
  EventId: event.id,
  StackName: stack.name,
  LogicalResourceId: event.logicalId,
  PhysicalResourceId: event.physicalId,
  ResourceType: event.type,
  Timestamp: event.time,
  ResourceStatus: event.status,
  ResourceStatusReason: event.reason,
  ResourceProperties: event.properties && JSON.stringify(event.properties),
  ClientRequestToken: event.token,
});

/** The members that the three answers about resources share; their timestamps have different names. */
export const resourceXml = (resource: StackResource): XmlObject => ({
  LogicalResourceId: resource.logicalId,
  PhysicalResourceId: resource.physicalId,
  ResourceType: resource.type,
  ResourceStatus: resource.status,
  ResourceStatusReason: resource.reason,
  DriftInformation: { StackResourceDriftStatus: resource.drift.status, LastCheckTimestamp: resource.drift.checked },
});
