import type { SignedRequest } from '../http/signature';

/** Operation of an S3 request in path style, read from method, path and subresource. */
export function nameS3Operation({ method, url }: Pick<SignedRequest, 'method' | 'url'>): string {
  const { bucket, key, query } = parseS3Url(url);
  if (bucket === '') return 'ListBuckets';
  if (key !== '') return objectOperations[method] ?? 'Unknown';
  for (const [subresource, operations] of Object.entries(subresources)) {
    if (query.has(subresource)) return operations[method] ?? 'Unknown';
  }
  return bucketOperations[method] ?? 'Unknown';
}

export function parseS3Url(url: string): { bucket: string; key: string; query: URLSearchParams } {
  const [path = '', query = ''] = url.split('?', 2);
  const [, bucket = '', ...key] = path.split('/');
  return { bucket: decodeURIComponent(bucket), key: decodeURIComponent(key.join('/')), query: new URLSearchParams(query) };
}

type ByMethod = Readonly<Record<string, string>>;

const bucketOperations: ByMethod = { PUT: 'CreateBucket', HEAD: 'HeadBucket', GET: 'ListObjectsV2', DELETE: 'DeleteBucket' };
const objectOperations: ByMethod = { PUT: 'PutObject', GET: 'GetObject', HEAD: 'HeadObject', DELETE: 'DeleteObject' };
const subresources: Readonly<Record<string, ByMethod>> = {
  policy: { PUT: 'PutBucketPolicy', GET: 'GetBucketPolicy', DELETE: 'DeleteBucketPolicy' },
  publicAccessBlock: { PUT: 'PutPublicAccessBlock', GET: 'GetPublicAccessBlock' },
  encryption: { PUT: 'PutBucketEncryption', GET: 'GetBucketEncryption' },
  versioning: { PUT: 'PutBucketVersioning', GET: 'GetBucketVersioning' },
  notification: { PUT: 'PutBucketNotificationConfiguration', GET: 'GetBucketNotificationConfiguration' },
  location: { GET: 'GetBucketLocation' },
};
