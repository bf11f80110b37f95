import { s3ObjectOf } from '../../../generate/s3-address';
import { entryOf } from '../../../document/entry-of';
import type { LocatedEntry } from '../../../document/located';
import { valueAt } from '../../../document/value-at';
import { type RuleFinding, connectorRule } from '../../rule';

export const templateSource = connectorRule({
  id: 'connector/template-source',
  severity: 'warning',
  summary: "A template that is deployed is there for CloudFormation: a file for the portal's, an object in S3 for an address.",
  why: `The template is generated, unless the file says that the portal's is to be deployed: then it has to name that
file. CloudFormation reads a template by its address only from an S3 bucket, not from a website, and an address with a
signature in it lets everybody who can read the connector file read the bucket's object. Terraform has no template.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html',
  checked: '2026-11-22',

  *check({ document, deploymentMethod }) {
    const deployment = valueAt(document.root, 'deployment');
    const from = entryOf(deployment, 'templateFrom');
    const url = entryOf(deployment, 'templateUrl');
    if (deploymentMethod?.value === 'terraform') {
      for (const entry of [from, url]) {
        if (entry) yield { span: entry.key.span, message: `Terraform deploys no template, so deployment.${String(entry.key.value)} has no effect. Remove it, or set deployment.method to cloudFormation.` };
      }
      return;
    }
    if (from?.value.kind === 'scalar' && from.value.value === 'portal' && !entryOf(deployment, 'template')) {
      yield { span: from.value.span, severity: 'error', message: "The portal's template is to be deployed, but no file is named. Write its path as deployment.template." };
    }
    if (url) yield* addressMistakes(url);
  },
});

function* addressMistakes({ value }: LocatedEntry): Iterable<RuleFinding> {
  if (value.kind !== 'scalar' || typeof value.value !== 'string' || !/^https:\/\/[^\s/]+\/\S+$/.test(value.value)) return;
  const [address = '', query] = value.value.split('?');
  if (query !== undefined && /(^|&)(X-Amz-Signature|Signature|X-Amz-Security-Token)=/i.test(query)) {
    yield { span: value.span, message: 'The address carries a signature, which opens the object to everybody who reads this file. Write the address without what follows the question mark.' };
  } else if (!s3ObjectOf(address)) {
    yield { span: value.span, message: `CloudFormation reads templates from S3, and ${address} is no address of an object there. Write one like https://bucket.s3.region.amazonaws.com/template.json.` };
  }
}
