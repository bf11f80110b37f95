import { entryOf } from '../../../document/entry-of';
import type { Located, LocatedDocument, LocatedMap } from '../../../document/located';
import { shown } from '../../../document/shown';
import type { Fix } from '../../../model/finding';
import { appendItem } from '../../fix/append-to';
import { inBrackets } from '../../fix/in-brackets';
import { templateRule } from '../../rule';
import { policyDocuments } from '../../view/policy-documents';
import { referencesIn } from '../../view/references';
import type { ResourceView } from '../../view/resource-view';
import { servicesOf, statementsOf, texts, trailSubscriptions, type TrailSubscription } from '../../view/trail-notifications';

/** A queue takes messages only from those whom its policy admits. */
export const queuePolicy = templateRule({
  id: 'template/queue-policy',
  severity: 'error',
  summary: 'A queue that a topic passes CloudTrail notifications to admits the topic.',
  why: `SNS can put messages into a queue only where the queue's policy lets \`sns.amazonaws.com\` do \`sqs:SendMessage\`, for that
topic alone (\`aws:SourceArn\`). It is needed on both queues, that of Defender for Cloud and that of Microsoft Sentinel: one
that is left out receives nothing any more.`,
  source:
    'https://github.com/MicrosoftDocs/azure-security-docs/blob/8060052cc18ce64900eb08d7cf9232cbf3e75a0b/articles/defender-for-cloud/sentinel-connected-aws.md',
  checked: '2026-11-22',

  reads: ['document', 'notifying'],

  *check({ document, notifying }) {
    for (const subscription of trailSubscriptions(notifying)) {
      const { queue, topic, endpoint } = subscription;
      if (!queue) continue;
      const policies = policiesOf(queue, notifying);
      if (policies.some(admits)) continue;
      const [first] = policies;
      yield {
        span: first ? (entryOf(first, 'Statement')?.key.span ?? first.span) : endpoint.value.span,
        message: `No policy of queue ${shown(String(queue.logicalId.value))} admits topic ${shown(topic)}. Allow sns.amazonaws.com to do sqs:SendMessage with aws:SourceArn of the topic.`,
        fixes: first ? admitting(document, first, subscription) : [],
      };
    }
  },
});

function policiesOf({ logicalId }: ResourceView, all: readonly ResourceView[]): readonly LocatedMap[] {
  return all
    .filter(({ type }) => type === 'AWS::SQS::QueuePolicy')
    .filter(({ properties }) => referencesAny(entryOf(properties, 'Queues')?.value, String(logicalId.value)))
    .flatMap(policyDocuments);
}

const referencesAny = (node: Located | undefined, name: string): boolean => node !== undefined && referencesIn(node).some((reference) => reference.name === name);

/** A statement that cannot be read is given the benefit of the doubt. */
const admits = (policy: LocatedMap): boolean => statementsOf(policy).some(admitsTopics);

function admitsTopics(statement: Located): boolean {
  const action = entryOf(statement, 'Action')?.value;
  const effect = entryOf(statement, 'Effect')?.value;
  if (effect?.kind !== 'scalar' || !action) return true;
  const sends = texts(action).some((name) => /^(?:sqs:(?:SendMessage|Send\*|\*)|\*)$/i.test(name));
  const everyone = entryOf(statement, 'Principal')?.value;
  const isOpen = texts(everyone).includes('*') || texts(entryOf(everyone, 'AWS')?.value).includes('*');
  return effect.value === 'Allow' && sends && (isOpen || servicesOf(statement).includes('sns.amazonaws.com'));
}

function admitting(document: LocatedDocument, policy: LocatedMap, { topic, queue }: TrailSubscription): readonly Fix[] {
  const list = entryOf(policy, 'Statement')?.value;
  if (list?.kind !== 'sequence' || !queue) return [];
  const statement = {
    Sid: 'AllowCloudTrailSnsToSendMessage',
    Effect: 'Allow',
    Principal: { Service: 'sns.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: { 'Fn::GetAtt': [String(queue.logicalId.value), 'Arn'] },
    Condition: { ArnEquals: { 'aws:SourceArn': { Ref: topic } } },
  };
  return [{ title: `Admit topic ${shown(topic)}`, edits: [appendItem(document, list, inBrackets(statement))] }];
}
