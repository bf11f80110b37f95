import {
  CreateChangeSetCommand,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeChangeSetCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  paginateDescribeStackEvents,
  UpdateStackCommand,
  type CreateChangeSetCommandInput,
  type CreateStackCommandInput,
  type DeleteStackCommandInput,
  type UpdateStackCommandInput,
} from '@aws-sdk/client-cloudformation';
import type { Sandbox } from '../../../sandbox/start-sandbox';
import { clientsOf, type ClientOptions } from './clients';

const named = ['CAPABILITY_NAMED_IAM'] as const;

/** Short ways to do to the stack `mdc` what tests do all the time, over the real SDK. */
export function driveStacks(sandbox: Sandbox, options: ClientOptions = {}) {
  const client = clientsOf(sandbox, options).cloudFormation;
  const describe = async (name = 'mdc') => (await client.send(new DescribeStacksCommand({ StackName: name }))).Stacks?.[0];
  return {
    client,
    describe,
    create: (TemplateBody: string, input: Partial<CreateStackCommandInput> = {}) =>
      client.send(new CreateStackCommand({ StackName: 'mdc', TemplateBody, Capabilities: [...named], ...input })),
    update: (TemplateBody: string, input: Partial<UpdateStackCommandInput> = {}) =>
      client.send(new UpdateStackCommand({ StackName: 'mdc', TemplateBody, Capabilities: [...named], ...input })),
    remove: (input: Partial<DeleteStackCommandInput> = {}) => client.send(new DeleteStackCommand({ StackName: 'mdc', ...input })),
    changeSet: (TemplateBody: string, input: Partial<CreateChangeSetCommandInput> = {}) =>
      client.send(
        new CreateChangeSetCommand({ StackName: 'mdc', ChangeSetName: 'change', TemplateBody, Capabilities: [...named], ...input }),
      ),
    describeChangeSet: (IncludePropertyValues = false, ChangeSetName = 'change') =>
      client.send(new DescribeChangeSetCommand({ StackName: 'mdc', ChangeSetName, IncludePropertyValues })),
    executeChangeSet: (ChangeSetName = 'change') => client.send(new ExecuteChangeSetCommand({ StackName: 'mdc', ChangeSetName })),
    status: async (name = 'mdc') => (await describe(name))?.StackStatus,
    /** Oldest first: resource, status and reason; ids of requests left out. */
    events: async (StackName = 'mdc') => {
      const lines: string[] = [];
      for await (const { StackEvents = [] } of paginateDescribeStackEvents({ client }, { StackName })) {
        for (const { LogicalResourceId, ResourceStatus, ResourceStatusReason } of StackEvents) {
          lines.push([LogicalResourceId, ResourceStatus, withoutIds(ResourceStatusReason)].filter(Boolean).join(' '));
        }
      }
      return lines.reverse();
    },
  };
}

const withoutIds = (reason: string | undefined): string | undefined => reason?.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
