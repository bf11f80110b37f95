import type { JsonObject } from '../model/json';
import { requireTls } from '../plan/require-tls';

/**
 * The bucket policy with which S3 refuses requests that are not encrypted on their way: what the recommendation
 * "S3 buckets should require requests to use Secure Socket Layer" asks for. Statements of a policy that the bucket
 * has already stay; the same policy comes back where it refuses them already.
 */
export const tlsOnlyBucketPolicy = (bucket: string, { partition = 'aws', existing }: BucketPolicyOptions = {}): JsonObject =>
  requireTls(existing ?? null, `arn:${partition}:s3:::${bucket}`).policy;

export interface BucketPolicyOptions {
  readonly partition?: string;
  /** What the bucket has now. */
  readonly existing?: JsonObject;
}
