import {
  ChangeSetNotFoundException,
  CloudFormationServiceException,
  CreateChangeSetCommand,
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  ExecuteChangeSetCommand,
  paginateDescribeChangeSet,
  paginateListChangeSets,
  type ChangeSetSummary as AwsChangeSetSummary,
  type CloudFormationClient,
  type DescribeChangeSetCommandOutput,
  type Capability,
  type ChangeSetType,
  type Parameter,
  type ResourceToImport as AwsResourceToImport,
} from '@aws-sdk/client-cloudformation';
import type { ChangeSetKey, ChangeSetRequest, ChangeSetSummary, StacksPort } from '../../app/ports';
import type { ChangeSet, ChangeSetChange } from '../../core/plan/change-set';
import type { ParameterChoice } from '../../core/plan/choose-parameters';
import { importIdentifier } from '../../core/plan/import-template';
import { isAbsentStack } from './absent-stack';
import type { AwsCall } from './aws-call';
import { toTemplateInput } from './template-input';
import { toChange } from './to-change';

type ChangeSetsPort = Pick<
  StacksPort,
  'createChangeSet' | 'readChangeSet' | 'listChangeSets' | 'deleteChangeSet' | 'executeChangeSet'
>;

export const changeSetsPort = (call: AwsCall): ChangeSetsPort => ({
  createChangeSet: (request, signal) =>
    call({
      doing: `make a change set for stack ${request.stack}`,
      signal,
      send: ({ cloudFormation }, options) => createOnce(cloudFormation, request, options),
    }),

  readChangeSet: (key, signal) =>
    call({
      doing: `read the change set of stack ${key.stack}`,
      signal,
      send: ({ cloudFormation }, options) => readPages(cloudFormation, key, options),
      unless: (error) => (isAbsent(error) ? { value: null } : undefined),
    }),

  listChangeSets: (stack, signal) =>
    call({
      doing: `list the change sets of stack ${stack}`,
      signal,
      async send({ cloudFormation: client }, options) {
        const found: ChangeSetSummary[] = [];
        for await (const page of paginateListChangeSets({ client }, { StackName: stack }, options)) {
          found.push(...(page.Summaries ?? []).map(toSummary));
        }
        return found;
      },
      unless: (error) => (isAbsent(error) ? { value: [] } : undefined),
    }),

  deleteChangeSet: (key, signal) =>
    call<void>({
      doing: `delete the change set of stack ${key.stack}`,
      signal,
      async send({ cloudFormation }, options) {
        await cloudFormation.send(new DeleteChangeSetCommand(toInput(key)), options);
      },
      unless: (error) => (isAbsent(error) ? { value: undefined } : undefined),
    }),

  executeChangeSet: (key, token, signal) =>
    call({
      doing: `execute the change set of stack ${key.stack}`,
      signal,
      async send({ cloudFormation }, options) {
        await cloudFormation.send(new ExecuteChangeSetCommand({ ...toInput(key), ClientRequestToken: token }), options);
      },
    }),
});

interface Made {
  readonly id: string;
  readonly stackId: string;
}

/**
 * When an answer is lost, the SDK asks again and hears that the change set exists. Nobody else could have
 * made one of this name, so it is ours.
 */
async function createOnce(client: CloudFormationClient, request: ChangeSetRequest, options: object): Promise<Made> {
  const name = { StackName: request.stack, ChangeSetName: request.name };
  const command = new CreateChangeSetCommand({
    ...name,
    ...toTemplateInput(request.template),
    ChangeSetType: changeSetTypes[request.type],
    ClientToken: request.name,
    Description: request.description,
    Capabilities: [...request.capabilities] as Capability[],
    Parameters: request.parameters.map(toParameter),
    ...(request.imports.length > 0 && { ResourcesToImport: request.imports.map(toImport) }),
  });
  try {
    const { Id = '', StackId = '' } = await client.send(command, options);
    return { id: Id, stackId: StackId };
  } catch (error) {
    if (!(error instanceof CloudFormationServiceException && error.name === 'AlreadyExistsException')) throw error;
    const { ChangeSetId = '', StackId = '' } = await client.send(new DescribeChangeSetCommand(name), options);
    return { id: ChangeSetId, stackId: StackId };
  }
}

async function readPages(client: CloudFormationClient, key: ChangeSetKey, options: object): Promise<ChangeSet | null> {
  const changes: ChangeSetChange[] = [];
  let head: Omit<ChangeSet, 'changes'> | undefined;
  for await (const page of paginateDescribeChangeSet({ client }, toInput(key), options)) {
    head ??= toHead(page);
    for (const { ResourceChange } of page.Changes ?? []) if (ResourceChange) changes.push(toChange(ResourceChange));
  }
  return head ? { ...head, changes } : null;
}

const toHead = (page: DescribeChangeSetCommandOutput) => ({
  id: page.ChangeSetId ?? '',
  name: page.ChangeSetName ?? '',
  stackId: page.StackId ?? '',
  status: page.Status ?? 'UNKNOWN',
  executionStatus: page.ExecutionStatus ?? null,
  reason: page.StatusReason ?? null,
});

const changeSetTypes = { create: 'CREATE', update: 'UPDATE', import: 'IMPORT' } as const satisfies Record<ChangeSetRequest['type'], ChangeSetType>;

const toImport = (resource: ChangeSetRequest['imports'][number]): AwsResourceToImport => ({
  ResourceType: resource.type,
  LogicalResourceId: resource.logicalId,
  ResourceIdentifier: importIdentifier(resource),
});

const toSummary = (summary: AwsChangeSetSummary): ChangeSetSummary => ({
  id: summary.ChangeSetId ?? '',
  name: summary.ChangeSetName ?? '',
  status: summary.Status ?? 'UNKNOWN',
  executionStatus: summary.ExecutionStatus ?? null,
  createdAt: summary.CreationTime?.toISOString() ?? null,
});

const toInput = ({ stack, changeSet }: ChangeSetKey) => ({ StackName: stack, ChangeSetName: changeSet });

const toParameter = (choice: ParameterChoice): Parameter =>
  'keep' in choice
    ? { ParameterKey: choice.key, UsePreviousValue: true }
    : { ParameterKey: choice.key, ParameterValue: choice.value };

const isAbsent = (error: unknown) => error instanceof ChangeSetNotFoundException || isAbsentStack(error);
