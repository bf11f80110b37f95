import { createHash } from 'node:crypto';
import type { Answer } from '../http/answer';
import type { SignedRequest } from '../http/signature';
import { toXml } from '../http/xml';
import type { Json } from '../json';
import { ServiceError } from '../service-error';
import type { ServiceRequest } from '../service-request';
import type { Bucket, StoredObject } from './bucket';
import { createBucket, deleteBucket, findBucket } from './buckets';
import { readChunkedBody } from './chunked-body';
import { listObjects } from './list-objects';
import { parseS3Url } from './name-operation';

type Caller = Omit<ServiceRequest, 'input'>;

export function serveS3(caller: Caller, operation: string, request: SignedRequest): Answer {
  const { bucket: name, key, query } = parseS3Url(request.url);
  const { world, account, region } = caller;
  if (operation === 'ListBuckets') return listBuckets(caller);
  if (operation === 'CreateBucket') {
    createBucket(world, { name, accountId: account.id, region: constrainedRegion(request.body.toString()) ?? region });
    return { ...empty, headers: { location: `/${name}` } };
  }
  const bucket = findBucket(world, name, account.id);
  checkOwner(bucket, request);
  checkRegion(bucket, region);
  switch (operation) {
    case 'HeadBucket':
      return { ...empty, headers: { 'x-amz-bucket-region': bucket.region } };
    case 'DeleteBucket':
      deleteBucket(world, bucket);
      return { ...empty, status: 204 };
    case 'ListObjectsV2':
      return xml('ListBucketResult', listObjects(bucket, query));
    case 'PutObject':
      return putObject(bucket, key, request);
    case 'GetObject':
      return objectAnswer(findObject(bucket, key), true);
    case 'HeadObject':
      return objectAnswer(findObject(bucket, key), false);
    case 'DeleteObject':
      bucket.objects.delete(key);
      return { ...empty, status: 204 };
    default:
      return bucketSetting(bucket, operation, request.body.toString());
  }
}

/** S3 User Guide, "Verifying bucket ownership with bucket owner condition". */
function checkOwner({ accountId }: Bucket, { headers }: SignedRequest): void {
  const expected = headers['x-amz-expected-bucket-owner'];
  if (expected !== undefined && expected !== accountId) throw new ServiceError('AccessDenied', 'Access Denied', 403);
}

/** Some of the regions launched after March 20, 2019. Source: AWS General Reference, "AWS Regions", regions to opt in to. */
const newRegions: ReadonlySet<string> = new Set(['af-south-1', 'ap-east-1', 'ap-southeast-3', 'eu-central-2', 'eu-south-1', 'il-central-1', 'me-south-1']);

/** S3 API reference, "Request routing": a bucket answers in its region alone, and in new regions not with a redirection. */
function checkRegion(bucket: Bucket, region: string): void {
  if (bucket.region === region) return;
  if (newRegions.has(bucket.region)) {
    const message = `The ${bucket.region} location constraint is incompatible for the region specific endpoint this request was sent to.`;
    throw new ServiceError('IllegalLocationConstraintException', message, 400, { 'x-amz-bucket-region': bucket.region });
  }
  const message = 'The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.';
  throw new ServiceError('PermanentRedirect', message, 301, { 'x-amz-bucket-region': bucket.region });
}

function bucketSetting(bucket: Bucket, operation: string, body: string): Answer {
  switch (operation) {
    case 'PutBucketPolicy':
      bucket.policy = parseBucketPolicy(body);
      return { ...empty, status: 204 };
    case 'GetBucketPolicy':
      if (bucket.policy === undefined) throw new ServiceError('NoSuchBucketPolicy', 'The bucket policy does not exist', 404);
      return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(bucket.policy) };
    case 'DeleteBucketPolicy':
      bucket.policy = undefined;
      return { ...empty, status: 204 };
    case 'GetBucketLocation':
      return xml('LocationConstraint', bucket.region === 'us-east-1' ? '' : bucket.region);
  }
  const setting = /^(Put|Get)(PublicAccessBlock|BucketEncryption|BucketVersioning|BucketNotificationConfiguration)$/.exec(operation);
  if (!setting) throw new ServiceError('NotImplemented', `The sandbox has no S3 operation ${operation}.`, 501);
  const [, verb = '', what = ''] = setting;
  if (verb === 'Put') bucket.settings.set(what, body);
  return verb === 'Put' ? empty : storedSetting(bucket, what);
}

function storedSetting(bucket: Bucket, what: string): Answer {
  const body = bucket.settings.get(what) ?? unsetSettings[what];
  if (body !== undefined) return { status: 200, headers: { 'content-type': 'application/xml' }, body };
  throw what === 'PublicAccessBlock'
    ? new ServiceError('NoSuchPublicAccessBlockConfiguration', 'The public access block configuration was not found', 404)
    : new ServiceError('ServerSideEncryptionConfigurationNotFoundError', 'The server side encryption configuration was not found', 404);
}

/** What S3 answers for a setting that nobody has made; others it does not find. */
const unsetSettings: Readonly<Record<string, string>> = { BucketVersioning: '<VersioningConfiguration/>', BucketNotificationConfiguration: '<NotificationConfiguration/>' };

function putObject(bucket: Bucket, key: string, { body, headers }: SignedRequest): Answer {
  const content = headers['content-encoding']?.includes('aws-chunked') ? readChunkedBody(body) : body;
  const etag = `"${createHash('md5').update(content).digest('hex')}"`;
  const contentType = headers['content-type'] ?? 'binary/octet-stream';
  bucket.objects.set(key, { key, body: content, contentType, etag, modified: new Date() });
  return { ...empty, headers: { etag } };
}

function findObject(bucket: Bucket, key: string): StoredObject {
  const object = bucket.objects.get(key);
  if (!object) throw new ServiceError('NoSuchKey', 'The specified key does not exist.', 404);
  return object;
}

const objectAnswer = (object: StoredObject, withBody: boolean): Answer => ({
  status: 200,
  headers: {
    'content-type': object.contentType,
    'content-length': String(object.body.length),
    etag: object.etag,
    'last-modified': object.modified.toUTCString(),
  },
  body: withBody ? object.body : '',
});

function parseBucketPolicy(body: string): Json {
  try {
    return JSON.parse(body) as Json;
  } catch {
    throw new ServiceError('MalformedPolicy', 'This policy contains invalid Json', 400);
  }
}

const listBuckets = ({ world, account }: Caller): Answer => {
  const buckets = [...world.buckets.values()].filter(({ accountId }) => accountId === account.id);
  return xml('ListAllMyBucketsResult', {
    Buckets: { Bucket: buckets.map(({ name, created }) => ({ Name: name, CreationDate: created })) },
    Owner: { ID: account.id },
  });
};

const constrainedRegion = (body: string): string | undefined => /<LocationConstraint>([^<]+)</.exec(body)?.[1];

const empty: Answer = { status: 200, headers: {}, body: '' };
const xml = (name: string, value: Parameters<typeof toXml>[1]): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: toXml(name, value, 'flat'),
});
