import type { Check } from '../check';
import { accountChecks } from './account-checks';
import { clusterChecks } from './cluster-checks';
import { databaseChecks } from './database-checks';
import { instanceChecks } from './instance-checks';
import { providerChecks } from './provider-checks';
import { roleChecks } from './role-checks';
import { stackChecks } from './stack-checks';
import { trailBucketChecks } from './trail-bucket-checks';

/** Every check, from what decides over the whole connector to what concerns one database. */
export const checks: readonly Check[] = [
  ...accountChecks,
  ...providerChecks,
  ...roleChecks,
  ...stackChecks,
  ...trailBucketChecks,
  ...clusterChecks,
  ...instanceChecks,
  ...databaseChecks,
];
