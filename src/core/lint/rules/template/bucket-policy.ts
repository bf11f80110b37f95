import { entryOf } from '../../../document/entry-of';
import type { Located, LocatedMap } from '../../../document/located';
import { shown } from '../../../document/shown';
import { appendItem } from '../../fix/append-to';
import { inBrackets } from '../../fix/in-brackets';
import { resourceRule } from '../../rule';
import { policyDocuments } from '../../view/policy-documents';
import { statementsOf } from '../../view/trail-notifications';

/** Defender itself recommends it, so that its own buckets would be told as findings. */
export const bucketPolicy = resourceRule({
  id: 'template/bucket-policy',
  severity: 'information',
  summary: 'The policy of a bucket refuses requests without TLS.',
  why: `Defender for Cloud recommends that "S3 buckets should require requests to use Secure Socket Layer", and buckets that
onboarding leaves behind fail it. A policy that denies requests without \`aws:SecureTransport\` meets it. Buckets whose
policy stands elsewhere are not judged.`,
  source:
    'https://github.com/MicrosoftDocs/azure-security-docs/blob/8060052cc18ce64900eb08d7cf9232cbf3e75a0b/articles/defender-for-cloud/quickstart-onboard-aws.md',
  checked: '2026-11-22',
  types: ['AWS::S3::BucketPolicy'],
  reads: ['document'],

  *check(resource, { document }) {
    const [policy] = policyDocuments(resource);
    const statements = policy && entryOf(policy, 'Statement');
    const bucket = entryOf(entryOf(resource.properties, 'Bucket')?.value, 'Ref')?.value;
    if (!statements || bucket?.kind !== 'scalar' || statementsOf(policy).some(mayRefusePlain)) return;
    const name = String(bucket.value);
    const list = statements.value;
    yield {
      span: statements.key.span,
      message: `The policy of bucket ${shown(name)} lets requests without TLS in. Deny them by aws:SecureTransport.`,
      fixes: list.kind === 'sequence' && /^[A-Za-z0-9]+$/.test(name) ? [{ title: 'Deny requests without TLS', edits: [appendItem(document, list, denial(name))] }] : [],
    };
  },
});

/** Anything that denies on that key, and anything that cannot be read. */
function mayRefusePlain(statement: Located): boolean {
  if (statement.kind !== 'map' || statement.entries.some(({ key }) => String(key.value).startsWith('Fn::'))) return true;
  const effect = entryOf(statement, 'Effect')?.value;
  if (effect?.kind !== 'scalar') return true;
  return effect.value === 'Deny' && operatorsOf(statement).some((operator) => operator.entries.some(({ key }) => /^aws:SecureTransport$/i.test(String(key.value))));
}

function operatorsOf(statement: LocatedMap): readonly LocatedMap[] {
  const condition = entryOf(statement, 'Condition')?.value;
  return condition?.kind === 'map' ? condition.entries.flatMap(({ value }) => (value.kind === 'map' ? [value] : [])) : [];
}

function denial(bucket: string): string {
  const arn = `arn:\${AWS::Partition}:s3:::\${${bucket}}`;
  return inBrackets({
    Sid: 'AllowSSLRequestsOnly',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [{ 'Fn::Sub': arn }, { 'Fn::Sub': `${arn}/*` }],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  });
}
