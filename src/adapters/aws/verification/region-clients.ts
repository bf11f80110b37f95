import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { EKSClient } from '@aws-sdk/client-eks';
import { FirehoseClient } from '@aws-sdk/client-firehose';
import { RDSClient } from '@aws-sdk/client-rds';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { SSMClient } from '@aws-sdk/client-ssm';
import { STSClient } from '@aws-sdk/client-sts';
import { type ClientSettings, loadBucketClient } from '../clients';
import type { BucketClient } from '../s3/bucket-client';

/** Clients of one region. */
export interface RegionClients {
  readonly sts: STSClient;
  readonly cloudFormation: CloudFormationClient;
  readonly cloudTrail: CloudTrailClient;
  readonly eks: EKSClient;
  readonly firehose: FirehoseClient;
  readonly rds: RDSClient;
  readonly buckets: () => Promise<BucketClient>;
  readonly quotas: ServiceQuotasClient;
  readonly ssm: SSMClient;
}

/** Service ids are those by which a profile's `services` section names endpoints. */
export const regionClients = (settings: ClientSettings, region: string): RegionClients => ({
  sts: new STSClient(settings('STS', region)),
  cloudFormation: new CloudFormationClient(settings('CloudFormation', region)),
  cloudTrail: new CloudTrailClient(settings('CloudTrail', region)),
  eks: new EKSClient(settings('EKS', region)),
  firehose: new FirehoseClient(settings('Firehose', region)),
  rds: new RDSClient(settings('RDS', region)),
  buckets: () => loadBucketClient((service) => settings(service, region), { followRegionRedirects: true }),
  quotas: new ServiceQuotasClient(settings('Service Quotas', region)),
  ssm: new SSMClient(settings('SSM', region)),
});
