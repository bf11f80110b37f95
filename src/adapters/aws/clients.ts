import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { IAMClient } from '@aws-sdk/client-iam';
import { STSClient } from '@aws-sdk/client-sts';
import { credentialsFor } from './credentials';
import { endpointFor } from './endpoint';
import { environmentProfile } from './profiles';
import type { BucketClient } from './s3/bucket-client';
import { readSharedConfig } from './shared-config';

export interface ClientOptions {
  readonly profile: string;
  readonly region: string;
  readonly askMfa?: (serial: string) => Promise<string | undefined>;
  readonly trusted?: boolean;
  /** How often a request is sent before we give up. */
  readonly attempts?: number;
  /** Milliseconds without an answer after which a request is given up, each time. */
  readonly timeout?: number;
}

export interface AwsClients {
  readonly sts: STSClient;
  /** STS of a region that every account of the partition has; null when that is the region itself. */
  readonly stsAtHome: STSClient | null;
  readonly cloudFormation: CloudFormationClient;
  readonly iam: IAMClient;
  /** Loaded when a template first goes through S3. */
  readonly s3: () => Promise<BucketClient>;
}

export async function createClients(options: ClientOptions): Promise<AwsClients> {
  const settingsFor = await clientSettings(options);
  const home = homeOf(options.region);
  let s3: Promise<BucketClient> | undefined;
  return {
    sts: new STSClient(settingsFor('STS')),
    stsAtHome: home === options.region ? null : new STSClient(settingsFor('STS', home)),
    cloudFormation: new CloudFormationClient(settingsFor('CloudFormation')),
    iam: new IAMClient(settingsFor('IAM')),
    s3: () => (s3 ??= loadBucketClient(settingsFor)),
  };
}

export type ClientSettings = Awaited<ReturnType<typeof clientSettings>>;

/**
 * Settings for a client of a service, as the SDK names it: keys, region and endpoint are those of one profile, whatever
 * `AWS_PROFILE` and `[default]` say. All of them share the same credentials.
 */
export async function clientSettings(options: ClientOptions) {
  // The SDK prints a warning about Node 20 into the user's terminal; this is its own switch for that.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const config = await readSharedConfig();
  const profile = options.profile === environmentProfile ? undefined : options.profile;
  const section = profile === undefined ? undefined : config.profiles.get(profile);
  const endpoint = (service: string) => {
    const url = endpointFor({ profile: section, service, config, environment: process.env });
    return url === undefined ? {} : { endpoint: url };
  };
  const transport = {
    ignoreConfiguredEndpointUrls: true,
    maxAttempts: options.attempts ?? 5,
    // Without `throwOnRequestTimeout` the SDK only warns about a request that hangs, and goes on waiting.
    requestHandler: { connectionTimeout: 10_000, requestTimeout: options.timeout ?? 30_000, throwOnRequestTimeout: true },
  };
  // Other settings of the profile (FIPS, dual stack) must be this profile's too.
  const settings = { ...transport, region: options.region, ...(profile === undefined ? {} : { profile }) };
  const credentials = credentialsFor({
    profile,
    config,
    trusted: options.trusted ?? false,
    askMfa: options.askMfa,
    sts: { ...settings, ...endpoint('STS') },
    sso: { ...transport, ...endpoint('SSO') },
  });
  return (service: string, region = options.region) => ({ ...settings, region, ...endpoint(service), credentials });
}

/** An endpoint of one's own, such as the sandbox, rarely has a name for each bucket. */
export async function loadBucketClient(settingsFor: ClientSettings, more: { readonly followRegionRedirects?: boolean } = {}): Promise<BucketClient> {
  const settings = settingsFor('S3');
  return (await import('./s3/bucket-client')).bucketClient({ ...settings, ...more, forcePathStyle: 'endpoint' in settings });
}

/** China and GovCloud are partitions of their own, with keys that no other knows. */
function homeOf(region: string): string {
  if (region.startsWith('cn-')) return 'cn-north-1';
  return region.startsWith('us-gov-') ? 'us-gov-west-1' : 'us-east-1';
}
