import { sameJson, type Json, type JsonObject } from '../../core/model/json';
import type { Problem } from '../../core/model/problem';
import { err, ok, type Result } from '../../core/model/result';
import { requireTls } from '../../core/plan/require-tls';
import type { Control } from '../control';
import type { BucketName, DeploymentPorts } from '../ports';
import { absent } from './plan-upload';

/** The policy of a bucket before and after; nothing has been put yet. */
export interface TlsChange {
  readonly bucket: BucketName;
  readonly before: Json;
  readonly after: JsonObject;
  readonly changed: boolean;
}

/** Buckets in which CloudFormation's console puts templates that are uploaded there. */
export async function consoleBuckets({ buckets, region }: DeploymentPorts, { signal }: Control = {}): Promise<Result<readonly string[]>> {
  const all = await buckets.list(signal);
  return all.ok ? ok(all.value.filter((name) => name.startsWith('cf-templates-') && name.endsWith(`-${region}`))) : all;
}

export async function planRequireTls(ports: DeploymentPorts, name: string, { signal }: Control = {}): Promise<Result<TlsChange>> {
  const caller = await ports.identity.read(signal);
  if (!caller.ok) return caller;
  const bucket = { name, accountId: caller.value.accountId };
  const exists = await ports.buckets.exists(bucket, signal);
  if (!exists.ok) return exists;
  if (!exists.value) return err(absent(bucket));
  const before = await ports.buckets.policy(bucket, signal);
  if (!before.ok) return before;
  const { policy: after, changed } = requireTls(before.value, `arn:${caller.value.partition}:s3:::${name}`);
  return ok({ bucket, before: before.value, after, changed });
}

/** Puts what was shown, unless the policy is another one by now: S3 would silently overwrite it. */
export async function carryOutRequireTls({ buckets }: Pick<DeploymentPorts, 'buckets'>, change: TlsChange): Promise<Result<void>> {
  if (!change.changed) return ok(undefined);
  const now = await buckets.policy(change.bucket);
  if (!now.ok) return now;
  if (!sameJson(now.value, change.before)) return err(changedMeanwhile(change.bucket));
  return buckets.putPolicy(change.bucket, change.after);
}

const changedMeanwhile = ({ name }: BucketName): Problem => ({
  code: 'conflict',
  message: `The policy of bucket ${name} was changed by somebody else after it was read.`,
  action: 'Look at it again, then decide.',
});
