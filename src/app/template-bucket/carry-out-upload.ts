import { ok, type Result } from '../../core/model/result';
import { requireTls } from '../../core/plan/require-tls';
import type { DeploymentPorts } from '../ports';
import type { UploadPlan, UploadStep } from './plan-upload';

/** Does what the plan says, step by step; each can be done again. Gives the template's address. */
export async function carryOutUpload({ buckets }: Pick<DeploymentPorts, 'buckets'>, plan: UploadPlan): Promise<Result<string>> {
  for (const { kind } of plan.steps) {
    const done = await steps[kind](buckets, plan);
    if (!done.ok) return done;
  }
  return ok(plan.url);
}

type Step = (buckets: DeploymentPorts['buckets'], plan: UploadPlan) => Promise<Result<void>>;

const steps: Readonly<Record<UploadStep['kind'], Step>> = {
  create: (buckets, { bucket }) => buckets.create(bucket),
  secure: (buckets, { bucket }) => buckets.secure(bucket),
  async requireTls(buckets, { bucket, bucketArn }) {
    const policy = await buckets.policy(bucket);
    return policy.ok ? buckets.putPolicy(bucket, requireTls(policy.value, bucketArn).policy) : policy;
  },
  put: (buckets, { bucket, key, text }) => buckets.put(bucket, { key, text }),
};
