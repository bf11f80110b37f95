import { pageOf } from '../paging';
import { ServiceError } from '../service-error';
import type { SandboxInstance, SandboxTrail } from './account-services';
import { type JsonOperation, type JsonRequest, numberIn, textIn } from './json-service';

/** Operations of the services that speak JSON 1.1, by the names that they sign with. Answers: the API models of botocore. */
export const jsonServices: Readonly<Record<string, Readonly<Record<string, JsonOperation>>>> = {
  ssm: {
    DescribeInstanceInformation: ({ account, region, input }) => {
      const rows = account.services.region(region).instances;
      const { items, next } = pageOf(rows, numberIn(input, 'MaxResults') ?? 50, textIn(input, 'NextToken'), ({ id }) => id);
      return { InstanceInformationList: items.map(toInformation), ...(next && { NextToken: next }) };
    },
  },
  firehose: {
    ListDeliveryStreams: ({ account, region, input }) => {
      const { streams } = account.services.region(region);
      const start = streams.indexOf(textIn(input, 'ExclusiveStartDeliveryStreamName') ?? '') + 1;
      const names = streams.slice(start, start + (numberIn(input, 'Limit') ?? 10));
      return { DeliveryStreamNames: names, HasMoreDeliveryStreams: start + names.length < streams.length };
    },
  },
  servicequotas: {
    GetServiceQuota: ({ account, region, input }) => {
      const [service = '', code = ''] = [textIn(input, 'ServiceCode'), textIn(input, 'QuotaCode')];
      const value = account.services.quotas.get(`${service} ${code}`);
      if (value === undefined) throw new ServiceError('NoSuchResourceException', 'The request failed because the specified service quota does not exist.');
      const arn = `arn:aws:servicequotas:${region}:${account.id}:${service}/${code}`;
      return { Quota: { ServiceCode: service, QuotaArn: arn, QuotaCode: code, Value: value, Unit: 'None', Adjustable: true, GlobalQuota: service === 's3' } };
    },
  },
  cloudtrail: {
    DescribeTrails: (request) => ({ trailList: request.account.services.trails.map((trail) => toTrail(trail, request)) }),
    GetTrailStatus: (request) => ({ IsLogging: findTrail(request, 'Name').isLogging !== false, StartLoggingTime: 1_780_000_000 }),
    GetEventSelectors: (request) => {
      const { advanced, managementEvents = true, ...trail } = findTrail(request, 'TrailName');
      return { TrailARN: trailArn(trail, request), ...(advanced ? advancedSelectors(managementEvents) : selectors(managementEvents)) };
    },
  },
};

const toInformation = ({ id, pingStatus = 'Online', platform: [name, version] = ['Amazon Linux', '2023'] }: SandboxInstance) => ({
  InstanceId: id,
  PingStatus: pingStatus,
  LastPingDateTime: 1_780_000_000.5,
  AgentVersion: '3.3.1611.0',
  IsLatestVersion: true,
  PlatformType: 'Linux',
  PlatformName: name,
  PlatformVersion: version,
  ResourceType: 'EC2Instance',
});

const trailArn = ({ name, region }: SandboxTrail, { account }: JsonRequest): string => `arn:aws:cloudtrail:${region}:${account.id}:trail/${name}`;

const toTrail = (trail: SandboxTrail, request: JsonRequest) => ({
  Name: trail.name,
  S3BucketName: trail.bucket ?? `aws-cloudtrail-logs-${request.account.id}`,
  IncludeGlobalServiceEvents: true,
  IsMultiRegionTrail: true,
  HomeRegion: trail.region,
  TrailARN: trailArn(trail, request),
  LogFileValidationEnabled: true,
  HasCustomEventSelectors: trail.managementEvents === false,
  HasInsightSelectors: false,
  IsOrganizationTrail: false,
});

function findTrail(request: JsonRequest, key: string): SandboxTrail {
  const name = textIn(request.input, key) ?? '';
  const found = request.account.services.trails.find((trail) => [trail.name, trailArn(trail, request)].includes(name));
  if (!found) throw new ServiceError('TrailNotFoundException', `Unknown trail: ${name} for the user: ${request.account.id}`);
  return found;
}

const selectors = (managementEvents: boolean) => ({
  EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: managementEvents, DataResources: [], ExcludeManagementEventSources: [] }],
});

const advancedSelectors = (managementEvents: boolean) => ({
  AdvancedEventSelectors: [{ Name: 'all', FieldSelectors: [{ Field: 'eventCategory', Equals: [managementEvents ? 'Management' : 'Data'] }] }],
});
