import type { BucketsPort } from '../../app/ports';
import type { AwsCall } from './aws-call';

export const bucketsPort = (call: AwsCall, region: string): BucketsPort => ({
  exists: (bucket, signal) =>
    call({
      doing: `look for bucket ${bucket.name}`,
      signal,
      send: async ({ s3 }, options) => (await (await s3()).exists(owned(bucket), options)) !== null,
    }),
  list: (signal) => call({ doing: 'list the buckets of the account', signal, send: async ({ s3 }, options) => (await s3()).list(options) }),
  create: (bucket) =>
    call({ doing: `create bucket ${bucket.name}`, signal: undefined, send: async ({ s3 }) => (await s3()).create(owned(bucket), region) }),
  safety: (bucket, signal) =>
    call({
      doing: `read the settings of bucket ${bucket.name}`,
      signal,
      send: async ({ s3 }, options) => (await s3()).safety(owned(bucket), options),
    }),
  secure: (bucket) =>
    call({ doing: `secure bucket ${bucket.name}`, signal: undefined, send: async ({ s3 }) => (await s3()).secure(owned(bucket)) }),
  policy: (bucket, signal) =>
    call({
      doing: `read the policy of bucket ${bucket.name}`,
      signal,
      send: async ({ s3 }, options) => (await s3()).policy(owned(bucket), options),
    }),
  putPolicy: (bucket, policy) =>
    call({
      doing: `set the policy of bucket ${bucket.name}`,
      signal: undefined,
      send: async ({ s3 }) => (await s3()).putPolicy(owned(bucket), policy),
    }),
  has: (bucket, key, signal) =>
    call({
      doing: `look for ${key} in bucket ${bucket.name}`,
      signal,
      send: async ({ s3 }, options) => (await (await s3()).has(owned(bucket), key, options)) !== null,
    }),
  get: (bucket, object, signal) =>
    call({
      doing: `read ${object.key} in bucket ${bucket.name}`,
      signal,
      send: async ({ s3 }, options) => (await s3()).get(owned(bucket), object, options),
    }),
  put: (bucket, object) =>
    call({
      doing: `upload the template to bucket ${bucket.name}`,
      signal: undefined,
      send: async ({ s3 }) => (await s3()).put(owned(bucket), object),
    }),
});

const owned = ({ name, accountId }: Parameters<BucketsPort['create']>[0]) => ({ Bucket: name, ExpectedBucketOwner: accountId });
