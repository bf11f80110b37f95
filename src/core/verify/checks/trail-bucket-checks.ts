import { expectedValues } from '../../catalog/preconditions';
import { check, issue, type Check, type Outcome, type Subject } from '../check';
import { denialOf } from '../denial-of';
import type { TrailBucket } from '../facts';

export const trailBucketChecks: readonly Check[] = [
  check('ct-bucket', (subject) =>
    oneOf('ct-bucket', subject, subject.facts.trailBuckets, ({ name, policy }) => {
      if (!policy.ok) return policy.error;
      if (!policy.value) return `Bucket ${name} of the trail does not exist.`;
      const denial = denialOf(policy.value.document, { actions: expectedValues('bucketReads'), resource: logOf(name, subject) });
      if (denial === 'perhaps') return { what: `Whether the policy of bucket ${name} lets Defender for Cloud read`, why: 'It has a Deny with conditions or exceptions: read it by hand.', permission: null };
      return denial === 'yes' ? `The policy of bucket ${name} denies everybody to read the logs.` : undefined;
    }),
  ),

  check('ct-queue', (subject) =>
    oneOf('ct-queue', subject, subject.facts.trailBuckets.filter(isThere), ({ name, events }) => {
      if (!events.ok) return events.error;
      if (events.value?.some((event) => expectedValues('bucketEvents').includes(event)) ?? true) return undefined;
      return `Bucket ${name} tells no queue and no topic of new logs, so Defender for Cloud does not hear of them.`;
    }),
  ),
];

type Verdict = Extract<Outcome, { gap: unknown }>['gap'] | string | undefined;

/** Which of several trails Defender for Cloud reads is not known: one whose bucket is well is enough. */
function* oneOf(id: string, subject: Subject, buckets: readonly TrailBucket[], judge: (bucket: TrailBucket) => Verdict): Iterable<Outcome> {
  const verdicts = buckets.map((bucket) => ({ bucket: bucket.name, verdict: judge(bucket) }));
  if (verdicts.some(({ verdict }) => verdict === undefined)) return;
  const isSure = verdicts.every(({ verdict }) => typeof verdict === 'string');
  for (const { bucket, verdict } of verdicts) {
    if (typeof verdict === 'string') yield issue(id, subject, verdict, { severity: isSure ? 'error' : 'warning', evidence: [{ label: 'Bucket', value: bucket }], values: { bucket } });
    else if (verdict) yield { gap: verdict };
  }
}

/** That there is no bucket is told once. */
const isThere = ({ policy }: TrailBucket): boolean => !policy.ok || policy.value !== null;

/** Where CloudTrail writes. */
const logOf = (bucket: string, { connector, facts }: Subject): string => `arn:${facts.partition}:s3:::${bucket}/AWSLogs/${connector.account.id}/CloudTrail/log`;
