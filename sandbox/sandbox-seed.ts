import type { OidcProvider, Role } from './iam/iam-store';
import { createOidcProvider, type NewOidcProvider } from './iam/oidc-providers';
import { createRole, type NewRole } from './iam/roles';
import type { Json } from './json';
import type { Bucket } from './s3/bucket';
import { createBucket } from './s3/buckets';
import { accountOf } from './sandbox-state';
import type { AccountServices } from './services/account-services';
import type { World } from './world';

/** Puts things into an account as if somebody had made them before. */
export interface SandboxSeed {
  /** To fill: clusters, databases and the like. */
  services(accountId: string): AccountServices;
  oidcProvider(accountId: string, provider: NewOidcProvider): Readonly<OidcProvider>;
  role(accountId: string, role: NewRole): Readonly<Role>;
  bucket(accountId: string, name: string, region?: string): Readonly<Bucket>;
  /** The policy of a bucket, and the events that a queue is told of. */
  bucketReaders(bucket: string, readers: { readonly policy?: Json; readonly events?: readonly string[] }): void;
  /** What the policy simulator says the account's own user may do: all without it. */
  userPolicies(accountId: string, policies: readonly Json[]): void;
  disableRegion(accountId: string, region: string): void;
  /** Actions that a policy of the organization denies, to the policy simulator's knowledge. */
  deniedByOrganization(accountId: string, actions: readonly string[]): void;
}

export const createSeed = (world: World): SandboxSeed => ({
  services: (accountId) => accountOf(world, accountId).services,
  oidcProvider: (accountId, provider) => createOidcProvider(accountOf(world, accountId).iam, provider),
  role: (accountId, role) => createRole(world, accountOf(world, accountId).iam, role),
  bucket: (accountId, name, region = 'us-east-1') => createBucket(world, { name, accountId: accountOf(world, accountId).id, region }),
  bucketReaders: (name, { policy, events = [] }) => {
    const bucket = world.buckets.get(name);
    if (!bucket) throw new Error(`The sandbox has no bucket ${name}.`);
    bucket.policy = policy;
    const queue = `<QueueConfiguration><Id>logs</Id><Queue>arn:aws:sqs:${bucket.region}:${bucket.accountId}:logs</Queue>${events.map((event) => `<Event>${event}</Event>`).join('')}</QueueConfiguration>`;
    bucket.settings.set('BucketNotificationConfiguration', `<NotificationConfiguration>${events.length > 0 ? queue : ''}</NotificationConfiguration>`);
  },
  userPolicies: (accountId, policies) => {
    accountOf(world, accountId).iam.userPolicies = policies;
  },
  disableRegion: (accountId, region) => void accountOf(world, accountId).disabledRegions.add(region),
  deniedByOrganization: (accountId, actions) => {
    accountOf(world, accountId).iam.deniedByOrganization = actions;
  },
});
