import type { Json } from '../json';

export interface StoredObject {
  readonly key: string;
  readonly body: Buffer;
  readonly contentType: string;
  readonly etag: string;
  readonly modified: Date;
}

export interface Bucket {
  readonly name: string;
  readonly accountId: string;
  readonly region: string;
  readonly created: Date;
  readonly objects: Map<string, StoredObject>;
  policy: Json | undefined;
  /** Configuration documents as they were put, by subresource: encryption, versioning, publicAccessBlock. */
  readonly settings: Map<string, string>;
}
