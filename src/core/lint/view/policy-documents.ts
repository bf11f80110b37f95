import { entryOf } from '../../document/entry-of';
import type { LocatedMap } from '../../document/located';
import type { ResourceView } from './resource-view';

/** The policies that a resource carries: trust, inline, managed, and those of buckets, queues and topics. */
export function policyDocuments({ type, properties }: ResourceView): readonly LocatedMap[] {
  if (!/^AWS::(?:IAM|S3|SQS|SNS)::/.test(type)) return [];
  const inline = entryOf(properties, 'Policies')?.value;
  const holders = [properties, ...(inline?.kind === 'sequence' ? inline.items : [])];
  return holders
    .flatMap((holder) => [entryOf(holder, 'AssumeRolePolicyDocument')?.value, entryOf(holder, 'PolicyDocument')?.value])
    .flatMap((policy) => (policy?.kind === 'map' ? [policy] : []));
}
