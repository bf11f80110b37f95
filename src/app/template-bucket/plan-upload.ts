import { limit } from '../../core/catalog/limit';
import { err, ok, type Result } from '../../core/model/result';
import type { Problem } from '../../core/model/problem';
import { requireTls } from '../../core/plan/require-tls';
import { checkAccount } from '../check-account';
import type { Control } from '../control';
import type { BucketName, DeploymentPorts } from '../ports';

export interface UploadRequest {
  readonly accountId: string;
  readonly stack: string;
  readonly text: string;
  /** A bucket of the account's; without it, the one that is kept for this. */
  readonly bucket?: string;
}

/** What putting a template into S3 will do. Nothing has been done yet. */
export interface UploadPlan {
  readonly bucket: BucketName;
  readonly bucketArn: string;
  readonly key: string;
  readonly url: string;
  readonly bytes: number;
  readonly text: string;
  /** In the order in which they are done, in words; empty when the template lies there already. */
  readonly steps: readonly UploadStep[];
}

export interface UploadStep {
  readonly kind: 'create' | 'secure' | 'requireTls' | 'put';
  readonly words: string;
}

/** Finds out what has to be done, by looking. Buckets that somebody chose keep the settings that they have. */
export async function planUpload(ports: DeploymentPorts, request: UploadRequest, { signal }: Control = {}): Promise<Result<UploadPlan>> {
  const bytes = new TextEncoder().encode(request.text).length;
  const most = limit('templateUrlBytes');
  if (bytes > most) return err(tooLarge(bytes, most));
  const caller = await checkAccount(ports, request.accountId, signal);
  if (!caller.ok) return caller;
  const ours = request.bucket === undefined;
  const bucket = { name: request.bucket ?? bucketNameOf(caller.value.accountId, ports.region), accountId: caller.value.accountId };
  const key = `templates/${request.stack}/${await digest(request.text)}.json`;
  const bucketArn = `arn:${caller.value.partition}:s3:::${bucket.name}`;
  const steps = await stepsFor(ports, { bucket, bucketArn, key, ours, bytes }, signal);
  if (!steps.ok) return steps;
  const url = `https://${bucket.name}.s3.${ports.region}.${caller.value.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'}/${key}`;
  return ok({ bucket, bucketArn, key, url, bytes, text: request.text, steps: steps.value });
}

/** One for each account and region, so that it is found again. Its owner is checked with each call: names are everybody's. */
export const bucketNameOf = (accountId: string, region: string): string => `defender-connectors-${accountId}-${region}`;

interface Place {
  readonly bucket: BucketName;
  readonly key: string;
  readonly ours: boolean;
  readonly bytes: number;
  readonly bucketArn: string;
}

async function stepsFor({ buckets }: DeploymentPorts, place: Place, signal?: AbortSignal): Promise<Result<readonly UploadStep[]>> {
  const { bucket, key, ours } = place;
  const exists = await buckets.exists(bucket, signal);
  if (!exists.ok) return exists.error.code === 'accessDenied' ? err(notOurs(bucket, exists.error)) : exists;
  if (!exists.value) return ours ? ok([createStep(bucket), secureStep(bucket), tlsStep(bucket), putStep(place)]) : err(absent(bucket));
  const present = await buckets.has(bucket, key, signal);
  if (!present.ok) return present;
  const put = present.value ? [] : [putStep(place)];
  if (!ours) return ok(put);
  const unsafe = await stepsToSecure(buckets, place, signal);
  return unsafe.ok ? ok([...unsafe.value, ...put]) : unsafe;
}

/** What is left to do where an earlier upload was cut off, or somebody has opened the bucket. */
async function stepsToSecure(buckets: DeploymentPorts['buckets'], { bucket, bucketArn }: Place, signal?: AbortSignal): Promise<Result<readonly UploadStep[]>> {
  const safety = await buckets.safety(bucket, signal);
  if (!safety.ok) return safety;
  const policy = await buckets.policy(bucket, signal);
  if (!policy.ok) return policy;
  const safe = Object.values(safety.value).every(Boolean);
  const tls = !requireTls(policy.value, bucketArn).changed;
  return ok([...(safe ? [] : [secureStep(bucket)]), ...(tls ? [] : [tlsStep(bucket)])]);
}

const createStep = ({ name, accountId }: BucketName): UploadStep => ({ kind: 'create', words: `Create bucket ${name} in account ${accountId}.` });
const secureStep = ({ name }: BucketName): UploadStep => ({
  kind: 'secure',
  words: `Block all public access to ${name}, encrypt what is put there (SSE-S3) and keep its versions.`,
});
const tlsStep = ({ name }: BucketName): UploadStep => ({ kind: 'requireTls', words: `Refuse requests to ${name} that do not use TLS.` });
const putStep = ({ bucket, key, bytes }: Place): UploadStep => ({
  kind: 'put',
  words: `Upload the template (${bytes.toLocaleString('en-US')} bytes) as ${key} to ${bucket.name}.`,
});

/** The same template has the same address: uploading it again changes nothing. */
async function digest(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].slice(0, 16).map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const tooLarge = (bytes: number, most: number): Problem => ({
  code: 'invalidInput',
  message: `The template has ${bytes.toLocaleString('en-US')} bytes; CloudFormation reads at most ${most.toLocaleString('en-US')} from S3.`,
  action: 'Turn off plans that are not needed, or split the template.',
});

const notOurs = ({ name, accountId }: BucketName, { detail }: Problem): Problem => ({
  code: 'accessDenied',
  message: `Bucket ${name} is not open to this profile: it belongs to another account than ${accountId}, or the profile may not look into it.`,
  action: 'Name another bucket, or choose a profile that may use it.',
  ...(detail === undefined ? {} : { detail }),
});

export const absent = ({ name, accountId }: BucketName): Problem => ({
  code: 'notFound',
  message: `There is no bucket ${name} in account ${accountId}.`,
  action: 'Create it, or name another one.',
});
