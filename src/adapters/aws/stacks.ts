import {
  CancelUpdateStackCommand,
  ContinueUpdateRollbackCommand,
  DeleteStackCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  ValidateTemplateCommand,
  paginateListStackResources,
  type Stack as AwsStack,
} from '@aws-sdk/client-cloudformation';
import type { Stack, StackResource, StacksPort } from '../../app/ports';
import type { StackMembership } from '../../core/model/stack-membership';
import { isAbsentStack } from './absent-stack';
import type { AwsCall } from './aws-call';
import { changeSetsPort } from './change-sets';
import { readEventsSince } from './stack-events';
import { toTemplateInput } from './template-input';

export const stacksPort = (call: AwsCall): StacksPort => ({
  ...changeSetsPort(call),
  ...readingPort(call),
  ...ownerPort(call),

  eventsSince: (stack, eventId, signal) =>
    call({
      doing: `read the events of stack ${stack}`,
      signal,
      send: ({ cloudFormation }, options) => readEventsSince(cloudFormation, { stack, eventId, options }),
    }),

  cancelUpdate: (stack, token, signal) =>
    call({
      doing: `cancel the update of stack ${stack}`,
      signal,
      async send({ cloudFormation }, options) {
        await cloudFormation.send(new CancelUpdateStackCommand({ StackName: stack, ClientRequestToken: token }), options);
      },
    }),

  delete: (stack, token, retain = [], signal) =>
    call({
      doing: `delete stack ${stack}`,
      signal,
      async send({ cloudFormation }, options) {
        const retained = retain.length > 0 ? { RetainResources: [...retain] } : {};
        await cloudFormation.send(new DeleteStackCommand({ StackName: stack, ClientRequestToken: token, ...retained }), options);
      },
    }),

  continueRollback: (stack, token, skip, signal) =>
    call({
      doing: `continue the rollback of stack ${stack}`,
      signal,
      async send({ cloudFormation }, options) {
        const skipped = skip.length > 0 ? { ResourcesToSkip: [...skip] } : {};
        await cloudFormation.send(new ContinueUpdateRollbackCommand({ StackName: stack, ClientRequestToken: token, ...skipped }), options);
      },
    }),
});

type ReadingPort = Pick<StacksPort, 'read' | 'validate' | 'template' | 'changeSetTemplate' | 'resources'>;

const readingPort = (call: AwsCall): ReadingPort => ({
  read: (stack, signal) =>
    call<Stack | null>({
      doing: `read stack ${stack}`,
      signal,
      async send({ cloudFormation }, options) {
        const { Stacks: [found] = [] } = await cloudFormation.send(new DescribeStacksCommand({ StackName: stack }), options);
        return found ? toStack(found) : null;
      },
      unless: (error) => (isAbsentStack(error) ? { value: null } : undefined),
    }),

  validate: (template, signal) =>
    call({
      doing: 'accept the template',
      signal,
      async send({ cloudFormation }, options) {
        const check = await cloudFormation.send(new ValidateTemplateCommand(toTemplateInput(template)), options);
        return { capabilities: check.Capabilities ?? [], transforms: check.DeclaredTransforms ?? [] };
      },
    }),

  template: (stack, signal) =>
    call({
      doing: `read the template of stack ${stack}`,
      signal,
      async send({ cloudFormation }, options) {
        const command = new GetTemplateCommand({ StackName: stack, TemplateStage: 'Original' });
        return (await cloudFormation.send(command, options)).TemplateBody ?? '';
      },
    }),

  changeSetTemplate: ({ stack, changeSet }, signal) =>
    call({
      doing: `read the template of a change set of stack ${stack}`,
      signal,
      async send({ cloudFormation }, options) {
        const command = new GetTemplateCommand({ StackName: stack, ChangeSetName: changeSet, TemplateStage: 'Original' });
        return (await cloudFormation.send(command, options)).TemplateBody ?? '';
      },
    }),

  resources: (stack, signal) =>
    call({
      doing: `list the resources of stack ${stack}`,
      signal,
      async send({ cloudFormation: client }, options) {
        const resources: StackResource[] = [];
        for await (const page of paginateListStackResources({ client }, { StackName: stack }, options)) {
          for (const resource of page.StackResourceSummaries ?? [])
            resources.push({
              logicalId: resource.LogicalResourceId ?? '',
              physicalId: resource.PhysicalResourceId ?? null,
              type: resource.ResourceType ?? '',
              status: resource.ResourceStatus ?? 'UNKNOWN',
            });
        }
        return resources;
      },
    }),
});

const ownerPort = (call: AwsCall): Pick<StacksPort, 'owner'> => ({
  owner: (physicalId, signal) =>
    call<StackMembership | null>({
      doing: `look which stack ${physicalId} belongs to`,
      signal,
      async send({ cloudFormation }, options) {
        const command = new DescribeStackResourcesCommand({ PhysicalResourceId: physicalId });
        const { StackResources = [] } = await cloudFormation.send(command, options);
        // The answer lists the whole stack, which may have been deleted or have let this resource go.
        const found = StackResources.find((each) => each.PhysicalResourceId === physicalId && each.ResourceStatus !== 'DELETE_COMPLETE');
        if (!found) return null;
        return { stackId: found.StackId ?? '', stackName: found.StackName ?? '', logicalId: found.LogicalResourceId ?? '' };
      },
      unless: (error) => (isAbsentStack(error) ? { value: null } : undefined),
    }),
});

const toStack = (stack: AwsStack): Stack => ({
  id: stack.StackId ?? '',
  name: stack.StackName ?? '',
  status: stack.StackStatus ?? 'UNKNOWN',
  reason: stack.StackStatusReason ?? null,
  parameters: (stack.Parameters ?? []).map(({ ParameterKey: key = '', ParameterValue: value = '' }) => ({ key, value })),
  outputs: (stack.Outputs ?? []).map(({ OutputKey: key = '', OutputValue: value = '', Description }) => ({
    key,
    value,
    description: Description ?? null,
  })),
  changedAt: (stack.LastUpdatedTime ?? stack.CreationTime)?.toISOString() ?? null,
  terminationProtection: stack.EnableTerminationProtection ?? false,
});
