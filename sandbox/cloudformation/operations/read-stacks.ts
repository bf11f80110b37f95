import { validationError } from '../../service-error';
import { pageOf } from '../../paging';
import type { Operation, OperationTable, ServiceRequest } from '../../service-request';
import { requireStack } from '../stacks/find-stack';
import type { Stack, StackResource } from '../stacks/stack';
import { eventXml, resourceXml, stackSummaryXml, stackXml } from './stack-xml';

const describeStacks: Operation = (request) => {
  const name = request.input.text('StackName');
  if (name) return { Stacks: [stackXml(requireStack(request, name))] };
  const { items, next } = stacksPage(request, ({ deleted }) => !deleted);
  return { Stacks: items.map(stackXml), NextToken: next };
};

const listStacks: Operation = (request) => {
  const wanted = request.input.texts('StackStatusFilter');
  const { items, next } = stacksPage(request, ({ status }) => wanted.length === 0 || wanted.includes(status));
  return { StackSummaries: items.map(stackSummaryXml), NextToken: next };
};

const describeEvents: Operation = (request) => {
  const { world, input } = request;
  const stack = requireStack(request, input.required('StackName'));
  const { items, next } = pageOf(stack.events.toReversed(), world.pageSize, input.text('NextToken'), ({ id }) => id);
  return { StackEvents: items.map((event) => eventXml(stack, event)), NextToken: next };
};

const listResources: Operation = (request) => {
  const { world, input } = request;
  const stack = requireStack(request, input.required('StackName'));
  const { items, next } = pageOf([...stack.resources.values()], world.pageSize, input.text('NextToken'), ({ logicalId }) => logicalId);
  return {
    StackResourceSummaries: items.map((resource) => ({ ...resourceXml(resource), LastUpdatedTimestamp: resource.updated })),
    NextToken: next,
  };
};

/** By stack, or by the physical id of any resource that belongs to one. */
const describeResources: Operation = (request) => {
  const { input } = request;
  const name = input.text('StackName');
  const physicalId = input.text('PhysicalResourceId');
  if ((name === undefined) === (physicalId === undefined)) {
    throw validationError('Exactly one of StackName and PhysicalResourceId must be specified');
  }
  const stack = name === undefined ? owningStack(request, physicalId ?? '') : requireStack(request, name);
  const logicalId = input.text('LogicalResourceId');
  const resources = [...stack.resources.values()].filter((resource) => logicalId === undefined || resource.logicalId === logicalId);
  return { StackResources: resources.map((resource) => ({ ...fullResourceXml(stack, resource), Timestamp: resource.updated })) };
};

const describeResource: Operation = (request) => {
  const { input } = request;
  const stack = requireStack(request, input.required('StackName'));
  const logicalId = input.required('LogicalResourceId');
  const resource = stack.resources.get(logicalId);
  if (!resource) throw validationError(`Resource ${logicalId} does not exist for stack ${stack.name}`);
  const metadata = stack.deployment?.template.resources.get(logicalId)?.metadata;
  return {
    StackResourceDetail: {
      ...fullResourceXml(stack, resource),
      LastUpdatedTimestamp: resource.updated,
      Metadata: metadata === undefined ? undefined : JSON.stringify(metadata),
    },
  };
};

export const readStackOperations: OperationTable = {
  DescribeStacks: describeStacks,
  ListStacks: listStacks,
  DescribeStackEvents: describeEvents,
  ListStackResources: listResources,
  DescribeStackResources: describeResources,
  DescribeStackResource: describeResource,
};

function stacksPage({ world, account, region, input }: ServiceRequest, wanted: (stack: Stack) => boolean) {
  const stacks = account.stacks.filter((stack) => stack.region === region && wanted(stack)).toReversed();
  return pageOf(stacks, world.pageSize, input.text('NextToken'), ({ id }) => id);
}

function owningStack({ account, region }: ServiceRequest, physicalId: string): Stack {
  const stack = account.stacks.find(
    (candidate) => candidate.region === region && !candidate.deleted && [...candidate.resources.values()].some((resource) => resource.physicalId === physicalId),
  );
  if (!stack) throw validationError(`Stack for ${physicalId} does not exist`);
  return stack;
}

const fullResourceXml = (stack: Stack, resource: StackResource) => ({
  StackName: stack.name,
  StackId: stack.id,
  ...resourceXml(resource),
});
