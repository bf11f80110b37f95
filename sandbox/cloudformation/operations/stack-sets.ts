import { pageOf } from '../../paging';
import { ServiceError } from '../../service-error';
import type { SandboxStackSet } from '../../services/account-services';
import type { Operation, OperationTable, ServiceRequest } from '../../service-request';

const describeStackSet: Operation = (request) => {
  const stackSet = find(request);
  return { StackSet: { StackSetName: stackSet.name, StackSetId: `${stackSet.name}:6a1f`, Status: 'ACTIVE', PermissionModel: stackSet.permissionModel ?? 'SERVICE_MANAGED' } };
};

const describeOrganizationsAccess: Operation = ({ account }) => ({ Status: account.services.organizationAccess });

const listStackInstances: Operation = (request) => {
  const { world, input } = request;
  const { name, instances } = find(request);
  const { items, next } = pageOf(instances, input.number('MaxResults') ?? world.pageSize, input.text('NextToken'), ({ account, region }) => `${account}/${region}`);
  const Summaries = items.map(({ account, region, status, reason }) => ({ StackSetId: `${name}:6a1f`, Account: account, Region: region, Status: status, StatusReason: reason }));
  return { Summaries, ...(next && { NextToken: next }) };
};

/** StackSets are seeded: the sandbox reads them and makes none. */
export const stackSetOperations: OperationTable = { DescribeStackSet: describeStackSet, ListStackInstances: listStackInstances, DescribeOrganizationsAccess: describeOrganizationsAccess };

function find({ account, region, input }: ServiceRequest): SandboxStackSet {
  const name = input.required('StackSetName');
  const found = account.services.stackSets.find((stackSet) => stackSet.name === name && stackSet.region === region);
  if (!found) throw new ServiceError('StackSetNotFoundException', `StackSet ${name} not found`, 404);
  return found;
}
