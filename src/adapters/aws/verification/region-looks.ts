import { DescribeClusterCommand, paginateListClusters, type Cluster as EksCluster, type EKSClient } from '@aws-sdk/client-eks';
import { ListDeliveryStreamsCommand, type FirehoseClient } from '@aws-sdk/client-firehose';
import { DescribeAccountAttributesCommand, paginateDescribeDBInstances, paginateDescribeOptionGroups, type DBInstance, type OptionGroup as RdsOptionGroup, type RDSClient } from '@aws-sdk/client-rds';
import { paginateDescribeInstanceInformation, type InstanceInformation } from '@aws-sdk/client-ssm';
import type { RegionLooksPort } from '../../../app/verification/ports';
import { expectedValues } from '../../../core/catalog/preconditions';
import type { Cluster, Database, ManagedInstance, OptionGroup } from '../../../core/verify/facts';
import type { AwsCall } from '../aws-call';
import { readQuota } from './read-quota';
import type { RegionClients } from './region-clients';
import { readStsAnswer } from './sts-answer';

interface Options {
  readonly abortSignal?: AbortSignal;
}

export const regionLooksPort = (inRegion: (region: string) => AwsCall<RegionClients>): RegionLooksPort => ({
  sts: (region, signal) =>
    inRegion(region)({ doing: `ask STS in ${region} for a session`, signal, send: ({ sts }, options) => readStsAnswer(sts, options) }),

  clusters: (region, signal) =>
    inRegion(region)({
      doing: `read the EKS clusters of ${region}`,
      signal,
      async send({ eks }, options) {
        const names: string[] = [];
        for await (const { clusters = [] } of paginateListClusters({ client: eks }, {}, options)) names.push(...clusters);
        return inOrder(names, (name) => readCluster(eks, name, options));
      },
    }),

  instances: (region, signal) =>
    inRegion(region)({
      doing: `read the managed instances of ${region}`,
      signal,
      async send({ ssm }, options) {
        const found: ManagedInstance[] = [];
        for await (const { InstanceInformationList = [] } of paginateDescribeInstanceInformation({ client: ssm }, {}, options)) {
          found.push(...InstanceInformationList.map(toManagedInstance));
        }
        return found;
      },
    }),

  databases: (region, signal) =>
    inRegion(region)({
      doing: `read the databases of ${region}`,
      signal,
      async send({ rds }, options) {
        const found: Database[] = [];
        for await (const { DBInstances = [] } of paginateDescribeDBInstances({ client: rds }, {}, options)) found.push(...DBInstances.map(toDatabase));
        return found;
      },
    }),

  optionGroups: (region, signal) =>
    inRegion(region)({ doing: `read the option groups of ${region}`, signal, send: ({ rds }, options) => readOptionGroups(rds, options) }),

  databaseQuotas: (region, signal) =>
    inRegion(region)({
      doing: `read the quotas of RDS in ${region}`,
      signal,
      async send({ rds }, options) {
        const { AccountQuotas = [] } = await rds.send(new DescribeAccountAttributesCommand({}), options);
        return AccountQuotas.filter(({ AccountQuotaName: name }) => name !== undefined && expectedValues('rdsQuotas').includes(name)).map(
          ({ AccountQuotaName: name = '', Used: used = 0, Max: limit = Infinity }) => ({ name, used, limit }),
        );
      },
    }),

  streams: (region, signal) =>
    inRegion(region)({
      doing: `count the Firehose streams of ${region}`,
      signal,
      send: async ({ firehose, quotas }, options) => readQuota(quotas, { id: 'firehose', used: await countStreams(firehose, options) }, options),
    }),
});

/** One after the other: there are few, and EKS allows few requests a second. */
async function inOrder<T, R>(items: readonly T[], read: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await read(item));
  return results;
}

async function readCluster(client: EKSClient, name: string, options: Options): Promise<Cluster> {
  const { cluster = {} } = await client.send(new DescribeClusterCommand({ name }), options);
  return toCluster(name, cluster);
}

const toManagedInstance = ({ InstanceId: id = '', PingStatus: ping, PlatformName, PlatformVersion = '' }: InstanceInformation): ManagedInstance => ({
  ...{ id, pingStatus: ping ?? 'Unknown', platform: PlatformName ? { name: PlatformName, version: PlatformVersion } : null },
});

const toCluster = (name: string, { status, version, accessConfig, resourcesVpcConfig, logging, tags }: EksCluster): Cluster => ({
  name,
  status: status ?? 'UNKNOWN',
  version: version ?? null,
  authenticationMode: accessConfig?.authenticationMode ?? null,
  publicEndpoint: resourcesVpcConfig?.endpointPublicAccess === true,
  publicCidrs: resourcesVpcConfig?.publicAccessCidrs ?? [],
  logTypes: (logging?.clusterLogging ?? []).filter(({ enabled }) => enabled === true).flatMap(({ types = [] }) => types),
  tags: tags ?? {},
});

const toDatabase = (instance: DBInstance): Database => ({
  name: instance.DBInstanceIdentifier ?? '',
  engine: instance.Engine ?? '',
  version: instance.EngineVersion ?? '',
  status: instance.DBInstanceStatus ?? 'unknown',
  parameterStatuses: (instance.DBParameterGroups ?? []).flatMap(({ ParameterApplyStatus: status }) => status ?? []),
  backupDays: instance.BackupRetentionPeriod ?? 0,
  optionGroups: (instance.OptionGroupMemberships ?? []).flatMap(({ OptionGroupName: name }) => name ?? []),
});

async function readOptionGroups(client: RDSClient, options: Options): Promise<readonly OptionGroup[]> {
  const found: OptionGroup[] = [];
  for await (const { OptionGroupsList = [] } of paginateDescribeOptionGroups({ client }, {}, options)) found.push(...OptionGroupsList.map(toOptionGroup));
  return found;
}

const toOptionGroup = ({ OptionGroupName: name = '', Options = [] }: RdsOptionGroup): OptionGroup => ({
  name,
  lastingOptions: Options.filter(({ Permanent, Persistent }) => Permanent === true || Persistent === true).flatMap(({ OptionName }) => OptionName ?? []),
});

/** The SDK has no paginator for it: the next page begins after the last name. */
async function countStreams(client: FirehoseClient, options: Options): Promise<number> {
  let count = 0;
  let last: string | undefined;
  for (;;) {
    const { DeliveryStreamNames = [], HasMoreDeliveryStreams } = await client.send(
      new ListDeliveryStreamsCommand(last === undefined ? {} : { ExclusiveStartDeliveryStreamName: last }),
      options,
    );
    count += DeliveryStreamNames.length;
    last = DeliveryStreamNames.at(-1);
    if (HasMoreDeliveryStreams !== true || last === undefined) return count;
  }
}
