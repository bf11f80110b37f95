import { entryOf } from '../../document/entry-of';
import type { Located, LocatedEntry } from '../../document/located';
import { policyDocuments } from './policy-documents';
import { referencesIn } from './references';
import type { ResourceView } from './resource-view';

/** Types of the resources that are looked at here. */
export const notifyingTypes: ReadonlySet<string> = new Set([
  'AWS::CloudTrail::Trail',
  'AWS::S3::Bucket',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
]);

/** A subscription by which a topic passes on to a queue that new log files lie in S3. */
export interface TrailSubscription {
  readonly resource: ResourceView;
  readonly topic: string;
  readonly queue: ResourceView | undefined;
  readonly endpoint: LocatedEntry;
}

/** Subscriptions of queues to topics that S3 or CloudTrail writes to; subscriptions of others are none of ours. */
export function trailSubscriptions(all: readonly ResourceView[]): readonly TrailSubscription[] {
  const fed = fedTopics(all);
  return all
    .filter(({ type, properties }) => type === 'AWS::SNS::Subscription' && text(entryOf(properties, 'Protocol')?.value) === 'sqs')
    .flatMap((resource) => {
      const topicNode = entryOf(resource.properties, 'TopicArn')?.value;
      const endpoint = entryOf(resource.properties, 'Endpoint');
      const topic = topicNode && referencesIn(topicNode).find(({ name }) => fed.has(name))?.name;
      if (!topic || !endpoint) return [];
      const named = new Set(referencesIn(endpoint.value).map(({ name }) => name));
      return [{ resource, topic, endpoint, queue: all.find(({ type, logicalId }) => type === 'AWS::SQS::Queue' && named.has(String(logicalId.value))) }];
    });
}

/** Topics that a bucket notifies, that a policy opens to S3 or CloudTrail, or that are named after CloudTrail. */
function fedTopics(all: readonly ResourceView[]): ReadonlySet<string> {
  const topics = all.filter(({ type }) => type === 'AWS::SNS::Topic').map(({ logicalId }) => String(logicalId.value));
  const named = topics.filter((name) => /cloud_?trail/i.test(name));
  const notified = all.filter(({ type }) => type === 'AWS::S3::Bucket').flatMap(({ properties }) => namesIn(entryOf(properties, 'NotificationConfiguration')?.value));
  const opened = all.filter((resource) => resource.type === 'AWS::SNS::TopicPolicy' && policyDocuments(resource).some(admitsLogs));
  const published = opened.flatMap(({ properties }) => namesIn(entryOf(properties, 'Topics')?.value));
  return new Set([...named, ...notified.filter((name) => topics.includes(name)), ...published]);
}

const namesIn = (node: Located | undefined): readonly string[] => (node ? referencesIn(node).map(({ name }) => name) : []);

const admitsLogs = (policy: Located): boolean =>
  statementsOf(policy).some((statement) => servicesOf(statement).some((name) => /^(?:s3|cloudtrail)\.amazonaws\.com$/.test(name)));

/** A policy may hold one statement or a list of them. */
export function statementsOf(policy: Located): readonly Located[] {
  const statements = entryOf(policy, 'Statement')?.value;
  return statements?.kind === 'sequence' ? statements.items : statements ? [statements] : [];
}

/** Services that a statement names as its principals. */
export const servicesOf = (statement: Located): readonly string[] => texts(entryOf(entryOf(statement, 'Principal')?.value, 'Service')?.value);

/** A text, or the texts of a list. */
export function texts(node: Located | undefined): readonly string[] {
  const items = node?.kind === 'sequence' ? node.items : node ? [node] : [];
  return items.flatMap((item) => (item.kind === 'scalar' ? [String(item.value)] : []));
}

const text = (node: Located | undefined): string | undefined => (node?.kind === 'scalar' ? String(node.value) : undefined);
