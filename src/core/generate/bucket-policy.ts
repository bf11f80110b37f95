import { isJsonObject, sameJson, type Json, type JsonObject } from '../model/json';

/**
 * The bucket policy with which S3 refuses requests that are not encrypted on their way: what the recommendation
 * "S3 buckets should require requests to use Secure Socket Layer" asks for. Statements of a policy that the bucket
 * has already stay; the same policy comes back where it refuses them already.
 */
export function tlsOnlyBucketPolicy(bucket: string, { partition = 'aws', existing }: BucketPolicyOptions = {}): JsonObject {
  const arn = `arn:${partition}:s3:::${bucket}`;
  const statement: JsonObject = {
    Sid: 'AllowSSLRequestsOnly',
    Action: 's3:*',
    Effect: 'Deny',
    Resource: [arn, `${arn}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    Principal: '*',
  };
  const present = statementsOf(existing);
  if (existing && present.some((one) => isJsonObject(one) && sameJson(withoutSid(one), withoutSid(statement)))) return existing;
  // A Sid has to be unique in its policy.
  const others = present.filter((one) => !(isJsonObject(one) && one['Sid'] === statement['Sid']));
  return { Version: '2012-10-17', ...existing, Statement: [...others, statement] };
}

export interface BucketPolicyOptions {
  readonly partition?: string;
  /** What the bucket has now. */
  readonly existing?: JsonObject;
}

function statementsOf(policy: JsonObject | undefined): readonly Json[] {
  const statement = policy?.['Statement'] ?? [];
  return Array.isArray(statement) ? (statement as readonly Json[]) : [statement];
}

const withoutSid = (statement: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(statement).filter(([key]) => key !== 'Sid'));
