import { ServiceError } from '../service-error';
import type { World } from '../world';
import type { Bucket } from './bucket';

export interface NewBucket {
  readonly name: string;
  readonly accountId: string;
  readonly region: string;
}

/** Creates a bucket; names are taken once for all accounts. Codes and texts: S3 API reference, "Error responses". */
export function createBucket(world: World, { name, accountId, region }: NewBucket): Bucket {
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) {
    throw new ServiceError('InvalidBucketName', 'The specified bucket is not valid.', 400);
  }
  const taken = world.buckets.get(name);
  if (taken) throw taken.accountId === accountId ? alreadyOwned() : alreadyExists();
  const bucket: Bucket = {
    name, accountId, region, created: new Date(), objects: new Map(), policy: undefined, settings: new Map(),
  };
  world.buckets.set(name, bucket);
  return bucket;
}

export function findBucket(world: World, name: string, accountId: string): Bucket {
  const bucket = world.buckets.get(name);
  if (!bucket) throw new ServiceError('NoSuchBucket', 'The specified bucket does not exist', 404);
  if (bucket.accountId !== accountId) throw new ServiceError('AccessDenied', 'Access Denied', 403);
  return bucket;
}

export function deleteBucket(world: World, bucket: Bucket): void {
  if (bucket.objects.size > 0) {
    throw new ServiceError('BucketNotEmpty', 'The bucket you tried to delete is not empty', 409);
  }
  world.buckets.delete(bucket.name);
}

const alreadyOwned = () =>
  new ServiceError('BucketAlreadyOwnedByYou', 'Your previous request to create the named bucket succeeded and you already own it.', 409);
const alreadyExists = () =>
  new ServiceError(
    'BucketAlreadyExists',
    'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.',
    409,
  );
