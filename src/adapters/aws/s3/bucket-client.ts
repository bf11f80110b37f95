import {
  CreateBucketCommand,
  GetBucketEncryptionCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  paginateListBuckets,
  PutBucketEncryptionCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutPublicAccessBlockCommand,
  S3Client,
  type GetBucketPolicyCommandInput,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import type { BucketSafety, BucketsPort } from '../../../app/ports';
import type { Json } from '../../../core/model/json';

type Options = { readonly abortSignal?: AbortSignal };

/** The calls behind the port, which throw as the client does. A file of its own when built: few deployments need S3. */
export type BucketClient = ReturnType<typeof bucketClient>;

export function bucketClient(config: S3ClientConfig) {
  const s3 = new S3Client(config);
  return {
    exists: (input: Owned, options: Options) => orNull(['NotFound', 'NoSuchBucket'], () => s3.send(new HeadBucketCommand(input), options).catch(nameRefusal)),
    async list(options: Options): Promise<readonly string[]> {
      const names: string[] = [];
      for await (const page of paginateListBuckets({ client: s3 }, {}, options)) names.push(...(page.Buckets ?? []).flatMap(({ Name }) => Name ?? []));
      return names;
    },
    async create({ Bucket }: Owned, region: string) {
      const place = region === 'us-east-1' ? {} : { CreateBucketConfiguration: { LocationConstraint: region as never } };
      await orNull(['BucketAlreadyOwnedByYou'], () => s3.send(new CreateBucketCommand({ Bucket, ...place })));
    },
    safety: (input: Owned, options: Options) => readSafety(s3, input, options),
    async secure(input: Owned) {
      await s3.send(new PutPublicAccessBlockCommand({ ...input, PublicAccessBlockConfiguration: allBlocked }));
      const ServerSideEncryptionConfiguration = { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' as const } }] };
      await s3.send(new PutBucketEncryptionCommand({ ...input, ServerSideEncryptionConfiguration }));
      await s3.send(new PutBucketVersioningCommand({ ...input, VersioningConfiguration: { Status: 'Enabled' } }));
    },
    policy: (input: Owned, options: Options) => readPolicy(s3, input, options),
    /** Of any owner. Null where there is no such bucket. */
    policyOf: (Bucket: string, options: Options) => orNull(['NoSuchBucket'], () => readPolicy(s3, { Bucket }, options).then((document) => ({ document }))),
    /** What a bucket of any owner tells queues and topics of. Null where there is no such bucket. */
    eventsOf: (Bucket: string, options: Options) => orNull(['NoSuchBucket'], () => readEvents(s3, Bucket, options)),
    async putPolicy(input: Owned, policy: Json) {
      await s3.send(new PutBucketPolicyCommand({ ...input, Policy: JSON.stringify(policy) }));
    },
    has: (input: Owned, Key: string, options: Options) => orNull(['NotFound', 'NoSuchKey'], () => s3.send(new HeadObjectCommand({ ...input, Key }), options)),
    async get(input: Owned, { key, mostBytes }: Parameters<BucketsPort['get']>[1], options: Options): Promise<string> {
      const { Body } = await s3.send(new GetObjectCommand({ ...input, Key: key, Range: `bytes=0-${mostBytes - 1}` }), options);
      return (await Body?.transformToString()) ?? '';
    },
    async put(input: Owned, { key, text }: Parameters<BucketsPort['put']>[1]) {
      await s3.send(new PutObjectCommand({ ...input, Key: key, Body: text, ContentType: 'application/json' }));
    },
  };
}

/** With the owner in it, S3 refuses a bucket of another account that has the name. */
interface Owned {
  readonly Bucket: string;
  readonly ExpectedBucketOwner: string;
}

const allBlocked = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true };

async function readSafety(s3: S3Client, input: Owned, options: Options): Promise<BucketSafety> {
  const blocked = await orNull(['NoSuchPublicAccessBlockConfiguration'], () => s3.send(new GetPublicAccessBlockCommand(input), options));
  const encryption = await orNull(['ServerSideEncryptionConfigurationNotFoundError'], () => s3.send(new GetBucketEncryptionCommand(input), options));
  const versioning = await s3.send(new GetBucketVersioningCommand(input), options);
  const wanted = Object.keys(allBlocked) as (keyof typeof allBlocked)[];
  return {
    publicAccessBlocked: wanted.every((key) => blocked?.PublicAccessBlockConfiguration?.[key] === true),
    encrypted: (encryption?.ServerSideEncryptionConfiguration?.Rules ?? []).length > 0,
    versioned: versioning.Status === 'Enabled',
  };
}

async function readPolicy(s3: S3Client, input: GetBucketPolicyCommandInput, options: Options): Promise<Json> {
  const found = await orNull(['NoSuchBucketPolicy'], () => s3.send(new GetBucketPolicyCommand(input), options));
  return found?.Policy ? (JSON.parse(found.Policy) as Json) : null;
}

async function readEvents(s3: S3Client, Bucket: string, options: Options): Promise<readonly string[]> {
  const { QueueConfigurations = [], TopicConfigurations = [] } = await s3.send(new GetBucketNotificationConfigurationCommand({ Bucket }), options);
  return [...QueueConfigurations, ...TopicConfigurations].flatMap(({ Events = [] }): readonly string[] => Events);
}

/** An answer to HEAD has no body, so that its error has no name: the status alone says what it is. */
function nameRefusal(error: unknown): never {
  const status = error instanceof Error ? (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode : undefined;
  throw error instanceof Error && status === 403 ? Object.assign(error, { name: 'AccessDenied' }) : error;
}

async function orNull<T>(names: readonly string[], ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && names.includes(error.name)) return null;
    throw error;
  }
}
