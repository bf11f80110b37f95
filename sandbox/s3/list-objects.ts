import type { XmlObject } from '../http/xml';
import { pageOf } from '../paging';
import type { Bucket } from './bucket';

export function listObjects(bucket: Bucket, query: URLSearchParams): XmlObject {
  const prefix = query.get('prefix') ?? '';
  const size = Number(query.get('max-keys') ?? 1000);
  const objects = [...bucket.objects.values()].filter(({ key }) => key.startsWith(prefix)).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const { items, next } = pageOf(objects, size, query.get('continuation-token') ?? undefined, ({ key }) => key);
  return {
    Name: bucket.name,
    Prefix: prefix,
    KeyCount: items.length,
    MaxKeys: size,
    IsTruncated: next !== undefined,
    NextContinuationToken: next,
    Contents: items.map(({ key, modified, etag, body }) => ({
      Key: key, LastModified: modified, ETag: etag, Size: body.length, StorageClass: 'STANDARD',
    })),
  };
}
