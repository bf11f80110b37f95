import { precondition } from '../../core/catalog/preconditions';
import type { Reading, RegionFacts, StsAnswer } from '../../core/verify/facts';
import { isSupported, regionsToLookAt } from '../../core/verify/regions-to-look-at';
import type { Look, LookContext } from './look-at-account';
import { reading } from './reading';

/** Each region of the connector: STS, and what the plans that are on need there. */
export const regionLooks = (context: LookContext): readonly Look[] =>
  regionsToLookAt(context.connector).map((region) => ({
    what: `Region ${region}`,
    take: async () => ({ regions: [await lookAtRegion(region, context)] }),
  }));

async function lookAtRegion(region: string, context: LookContext): Promise<RegionFacts> {
  const { regions } = context.ports;
  const { signal } = context;
  const sts = await reading(`STS in ${region}`, 'sts:GetSessionToken', regions.sts(region, signal));
  if (!isReached(sts)) return { ...nothing, region, sts };
  const wanted = wantedBy(context, region);
  const [clusters, instances, databases, databaseQuotas] = await Promise.all([
    wanted('eks-cluster', () => reading(`Clusters in ${region}`, 'eks:ListClusters', regions.clusters(region, signal))),
    wanted('srv-ssm-agent', () => reading(`Managed instances in ${region}`, 'ssm:DescribeInstanceInformation', regions.instances(region, signal))),
    wanted('dspm-rds-backup', () => reading(`Databases in ${region}`, 'rds:DescribeDBInstances', regions.databases(region, signal))),
    wanted('oss-quota', () => reading(`Quotas of RDS in ${region}`, 'rds:DescribeAccountAttributes', regions.databaseQuotas(region, signal))),
  ]);
  const hasClusters = clusters?.ok === true && clusters.value.length > 0;
  const streams = hasClusters ? await wanted('eks-capacity', () => reading(`Room for a Firehose stream in ${region}`, 'firehose:ListDeliveryStreams', regions.streams(region, signal))) : undefined;
  const hasDatabases = databases?.ok === true && databases.value.length > 0;
  const optionGroups = hasDatabases
    ? await wanted('dspm-rds-option-group', () => reading(`Option groups in ${region}`, 'rds:DescribeOptionGroups', regions.optionGroups(region, signal)))
    : undefined;
  return { region, sts, clusters, instances, databases, optionGroups, databaseQuotas, streams };
}

const nothing = { clusters: undefined, instances: undefined, databases: undefined, optionGroups: undefined, databaseQuotas: undefined, streams: undefined };

/** A region that is not enabled has nothing, and would refuse each question; one that cannot be reached takes its time to. */
const isReached = (sts: Reading<StsAnswer>): boolean => (sts.ok ? sts.value !== 'notEnabled' : sts.error.permission !== null);

type Wanted = <T>(check: string, look: () => Promise<Reading<T>>) => Promise<Reading<T> | undefined>;

/** Asks AWS only for what a feature that is on, and supported in the region, asks for. */
function wantedBy({ features }: LookContext, region: string): Wanted {
  return async (check, look) => {
    const asking = features.filter((feature) => precondition(check).features?.includes(feature));
    return asking.length > 0 && isSupported(region, asking) ? look() : undefined;
  };
}
