import { entryOf } from '../../../document/entry-of';
import type { Located } from '../../../document/located';
import { shown } from '../../../document/shown';
import { templateRule } from '../../rule';
import { policyDocuments } from '../../view/policy-documents';
import { type Reference, referencesIn } from '../../view/references';
import type { ResourceView } from '../../view/resource-view';
import type { TemplateView } from '../../view/template-view';
import { statementsOf, texts } from '../../view/trail-notifications';

/** Whoever reads a message first takes it away from the other. */
export const sharedQueue = templateRule({
  id: 'template/shared-queue',
  severity: 'error',
  summary: 'Microsoft Sentinel and Defender for Cloud read CloudTrail from a queue of their own each.',
  why: `A message of a queue goes to one reader. Where roles of Microsoft Sentinel and of Defender for Cloud read the same
queue, each loses the log files that the other has taken. Let S3 notify a topic, and the topic one queue for each.`,
  source:
    'https://github.com/MicrosoftDocs/azure-security-docs/blob/8060052cc18ce64900eb08d7cf9232cbf3e75a0b/articles/defender-for-cloud/sentinel-connected-aws.md',
  checked: '2026-11-22',

  *check(view) {
    const readers = queueReaders(view);
    for (const reader of readers) {
      if (!reader.isDefenders) continue;
      const other = readers.find(({ queue, isDefenders }) => queue === reader.queue && !isDefenders);
      if (!other) continue;
      yield {
        span: reader.place.node.span,
        message: `Queue ${shown(reader.queue)} is read by Defender's role ${shown(reader.role)} and Microsoft Sentinel's role ${shown(other.role)}, and each message goes to one of them. Give each its own queue behind a topic.`,
      };
    }
  },
});

interface QueueReader {
  readonly queue: string;
  readonly role: string;
  readonly isDefenders: boolean;
  readonly place: Reference;
}

function queueReaders({ all, notifying, roles }: TemplateView): readonly QueueReader[] {
  const queues = new Set(notifying.filter(({ type }) => type === 'AWS::SQS::Queue').map(({ logicalId }) => String(logicalId.value)));
  if (queues.size === 0) return [];
  const known = roles.filter(({ isDefenders, name, resource }) => isDefenders || /^OIDC_|sentinel/i.test(`${name?.text ?? ''} ${String(resource.logicalId.value)}`));
  const attached = attachedByRole(all);
  return known.flatMap(({ resource, isDefenders }) => {
    const role = String(resource.logicalId.value);
    const policies = [resource, ...(attached.get(role) ?? [])].flatMap(policyDocuments);
    const places = policies.flatMap(statementsOf).filter(receives).flatMap(resourcesOf);
    return places.filter(({ name }) => queues.has(name)).map((place) => ({ queue: place.name, role, isDefenders, place }));
  });
}

/** Policies by the names of the roles that they are attached to. */
function attachedByRole(all: readonly ResourceView[]): ReadonlyMap<string, readonly ResourceView[]> {
  const attached = new Map<string, ResourceView[]>();
  for (const policy of all.filter(({ type }) => type === 'AWS::IAM::Policy' || type === 'AWS::IAM::ManagedPolicy')) {
    const roles = entryOf(policy.properties, 'Roles')?.value;
    for (const name of new Set(roles && referencesIn(roles).map((reference) => reference.name))) {
      attached.set(name, [...(attached.get(name) ?? []), policy]);
    }
  }
  return attached;
}

const receives = (statement: Located): boolean =>
  texts(entryOf(statement, 'Effect')?.value).includes('Allow') &&
  texts(entryOf(statement, 'Action')?.value).some((action) => /^sqs:(?:ReceiveMessage|Receive\*|\*)$/i.test(action));

function resourcesOf(statement: Located): readonly Reference[] {
  const resource = entryOf(statement, 'Resource')?.value;
  return resource ? referencesIn(resource) : [];
}
