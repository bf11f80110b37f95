import {
  DescribeOrganizationsAccessCommand,
  DescribeStackSetCommand,
  paginateListStackInstances,
  StackSetNotFoundException,
  type CloudFormationClient,
  type StackInstanceSummary,
} from '@aws-sdk/client-cloudformation';
import { DescribeTrailsCommand, GetEventSelectorsCommand, GetTrailStatusCommand, type CloudTrailClient, type GetEventSelectorsResponse, type Trail as DescribedTrail } from '@aws-sdk/client-cloudtrail';
import type { AccountLooksPort } from '../../../app/verification/ports';
import type { StackInstanceFacts, StackSetFacts, Trail } from '../../../core/verify/facts';
import type { AwsCall } from '../aws-call';
import { readQuota } from './read-quota';
import type { RegionClients } from './region-clients';

interface Options {
  readonly abortSignal?: AbortSignal;
}

/** `global` calls the region where quotas of S3 are kept. */
export const accountLooksPort = (call: AwsCall<RegionClients>, global: AwsCall<RegionClients>): AccountLooksPort => ({
  stackSet: (name, signal) =>
    call<StackSetFacts | null>({
      doing: `read StackSet ${name}`,
      signal,
      async send({ cloudFormation }, options) {
        const { StackSet } = await cloudFormation.send(new DescribeStackSetCommand({ StackSetName: name }), options);
        const isServiceManaged = StackSet?.PermissionModel === 'SERVICE_MANAGED';
        return { name, status: StackSet?.Status ?? 'UNKNOWN', isServiceManaged, instances: await readInstances(cloudFormation, name, options) };
      },
      unless: (error) => (error instanceof StackSetNotFoundException ? { value: null } : undefined),
    }),

  organizationAccess: (signal) =>
    call({
      doing: 'read the trusted access of StackSets',
      signal,
      send: async ({ cloudFormation }, options) => (await cloudFormation.send(new DescribeOrganizationsAccessCommand({}), options)).Status ?? 'UNKNOWN',
    }),

  trails: (signal) =>
    call({
      doing: 'read the trails of the account',
      signal,
      async send({ cloudTrail }, options) {
        const { trailList = [] } = await cloudTrail.send(new DescribeTrailsCommand({ includeShadowTrails: true }), options);
        return Promise.all(trailList.map((trail) => readTrail(cloudTrail, trail, options)));
      },
    }),

  bucketPolicy: (bucket, signal) =>
    global({ doing: `read the policy of bucket ${bucket}`, signal, send: async ({ buckets }, options) => (await buckets()).policyOf(bucket, options) }),

  bucketEvents: (bucket, signal) =>
    global({ doing: `read the notifications of bucket ${bucket}`, signal, send: async ({ buckets }, options) => (await buckets()).eventsOf(bucket, options) }),

  buckets: (signal) =>
    global({
      doing: 'count the buckets of the account',
      signal,
      async send({ buckets, quotas }, options) {
        const names = await (await buckets()).list(options);
        return readQuota(quotas, { id: 'buckets', used: names.length }, options);
      },
    }),
});

async function readInstances(client: CloudFormationClient, name: string, options: Options): Promise<readonly StackInstanceFacts[]> {
  const found: StackInstanceFacts[] = [];
  for await (const { Summaries = [] } of paginateListStackInstances({ client }, { StackSetName: name }, options)) found.push(...Summaries.map(toInstance));
  return found;
}

const toInstance = ({ Account = '', Region = '', Status: status, StatusReason }: StackInstanceSummary): StackInstanceFacts => ({
  ...{ account: Account, region: Region, status: status ?? 'UNKNOWN', reason: StatusReason ?? null },
});

async function readTrail(client: CloudTrailClient, { Name: name = '', TrailARN: arn = name, S3BucketName: bucket }: DescribedTrail, options: Options): Promise<Trail> {
  const [status, selectors] = await Promise.all([
    client.send(new GetTrailStatusCommand({ Name: arn }), options),
    client.send(new GetEventSelectorsCommand({ TrailName: arn }), options),
  ]);
  return { name, isLogging: status.IsLogging === true, takesManagementEvents: takesManagementEvents(selectors), bucket: bucket ?? null };
}

/** Advanced selectors name the category of events; the others have a switch that is on unless it is off. */
const takesManagementEvents = ({ EventSelectors = [], AdvancedEventSelectors = [] }: GetEventSelectorsResponse): boolean =>
  EventSelectors.some(({ IncludeManagementEvents }) => IncludeManagementEvents !== false) ||
  AdvancedEventSelectors.some(({ FieldSelectors = [] }) => FieldSelectors.some(({ Field, Equals = [] }) => Field === 'eventCategory' && Equals.includes('Management')));
