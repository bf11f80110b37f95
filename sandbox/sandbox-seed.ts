import type { OidcProvider, Role } from './iam/iam-store';
import { createOidcProvider, type NewOidcProvider } from './iam/oidc-providers';
import { createRole, type NewRole } from './iam/roles';
import type { Bucket } from './s3/bucket';
import { createBucket } from './s3/buckets';
import { accountOf } from './sandbox-state';
import type { World } from './world';

/** Puts things into an account as if somebody had made them before. */
export interface SandboxSeed {
  oidcProvider(accountId: string, provider: NewOidcProvider): Readonly<OidcProvider>;
  role(accountId: string, role: NewRole): Readonly<Role>;
  bucket(accountId: string, name: string, region?: string): Readonly<Bucket>;
}

export const createSeed = (world: World): SandboxSeed => ({
  oidcProvider: (accountId, provider) => createOidcProvider(accountOf(world, accountId).iam, provider),
  role: (accountId, role) => createRole(world, accountOf(world, accountId).iam, role),
  bucket: (accountId, name, region = 'us-east-1') => createBucket(world, { name, accountId: accountOf(world, accountId).id, region }),
});
