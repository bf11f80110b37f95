import { entryOf } from '../../../document/entry-of';
import { appendEntry } from '../../fix/append-to';
import { replace } from '../../fix/replace';
import { templateRule } from '../../rule';
import { trailSubscriptions } from '../../view/trail-notifications';

/** Wrapped in an envelope of SNS, a message from S3 is not recognised. */
export const rawDelivery = templateRule({
  id: 'template/raw-delivery',
  severity: 'error',
  summary: 'Queues get what S3 says of new CloudTrail files as it is: with raw message delivery.',
  why: `Where Microsoft Sentinel and Defender for Cloud read the same CloudTrail, a topic passes the notifications of S3 to one
queue for each. Both subscriptions need raw message delivery: otherwise SNS wraps each message, and neither product finds
the log files that it names.`,
  source:
    'https://github.com/MicrosoftDocs/azure-security-docs/blob/8060052cc18ce64900eb08d7cf9232cbf3e75a0b/articles/defender-for-cloud/sentinel-connected-aws.md',
  checked: '2026-11-22',

  reads: ['document', 'notifying'],

  *check({ document, notifying }) {
    for (const { resource } of trailSubscriptions(notifying)) {
      const raw = entryOf(resource.properties, 'RawMessageDelivery');
      if (raw && (raw.value.kind !== 'scalar' || String(raw.value.value) === 'true')) continue;
      const message = `Subscription ${String(resource.logicalId.value)} wraps the messages of S3. Write RawMessageDelivery: true.`;
      if (raw) {
        yield { span: raw.value.span, message, fixes: [replace('Write true', raw.value.span, 'true')] };
      } else if (resource.properties?.kind === 'map') {
        const edit = appendEntry(document, resource.properties, 'RawMessageDelivery', 'true');
        yield { span: resource.logicalId.span, message, fixes: [{ title: 'Add RawMessageDelivery: true', edits: [edit] }] };
      }
    }
  },
});
