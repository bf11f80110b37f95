import assert from 'node:assert/strict';
import { PutBucketPolicyCommand } from '@aws-sdk/client-s3';
import { executeDeployment } from '../../../src/app/operation/execute-deployment';
import { previewDeployment } from '../../../src/app/preview/preview-deployment';
import { carryOutUpload } from '../../../src/app/template-bucket/carry-out-upload';
import { planUpload } from '../../../src/app/template-bucket/plan-upload';
import { carryOutRequireTls, consoleBuckets, planRequireTls } from '../../../src/app/template-bucket/require-tls-on-bucket';
import { clientsOf } from '../cloud/clients';
import { account, problemOf, requestFor, startCloud, template, valueOf, type Cloud } from './cloud';

const name = `defender-connectors-${account}-us-east-1`;
const large = { ...template(), Metadata: { Filler: 'x'.repeat(60_000) } };
const mine = { Sid: 'Mine', Effect: 'Allow', Principal: { AWS: account }, Action: 's3:GetObject', Resource: 'arn:aws:s3:::cf-templates-a-us-east-1/*' };

describe('a bucket for templates', () => {
  let cloud: Cloud;
  beforeEach(async () => void (cloud = await startCloud({ stepsPerPause: 3 })));
  afterEach(() => cloud.stop());

  const request = requestFor(large);
  const upload = { accountId: account, stack: 'defender', text: request.template.text };
  const bucket = (which: string) => cloud.sandbox.state.account(account).buckets.find((each) => each.name === which);
  const kinds = async (changes: object = {}) => valueOf(await planUpload(cloud.ports(), { ...upload, ...changes })).steps.map(({ kind }) => kind);

  it('is planned without a change, then made private, encrypted, versioned and TLS only, and the stack comes from it', async () => {
    const plan = valueOf(await planUpload(cloud.ports(), upload));
    assert.deepEqual(plan.steps.map(({ kind }) => kind), ['create', 'secure', 'requireTls', 'put']);
    assert.equal(bucket(name), undefined);
    const url = valueOf(await carryOutUpload(cloud.ports(), plan));
    assert.match(url, new RegExp(`^https://${name}\\.s3\\.us-east-1\\.amazonaws\\.com/templates/defender/[0-9a-f]{32}\\.json$`));
    const made = bucket(name);
    for (const word of ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'])
      assert.match(made?.settings.get('PublicAccessBlock') ?? '', new RegExp(`<${word}>true</${word}>`));
    assert.match(made?.settings.get('BucketEncryption') ?? '', /AES256/);
    assert.match(made?.settings.get('BucketVersioning') ?? '', /Enabled/);
    assert.match(JSON.stringify(made?.policy), /"Effect":"Deny".*"aws:SecureTransport":"false"/);

    const preview = valueOf(await previewDeployment(cloud.ports(), { ...request, template: { ...request.template, url } }));
    assert.equal(valueOf(await executeDeployment(cloud.ports(), preview)).result, 'succeeded');
    assert.deepEqual(await kinds(), [], 'the same template lies there already');
    assert.deepEqual(await kinds({ text: `${upload.text} ` }), ['put']);
  });

  it('is secured again where an upload was cut off', async () => {
    cloud.sandbox.faults.add({ match: 's3\\.PutBucketEncryption', do: 'denied', times: 1 });
    const plan = valueOf(await planUpload(cloud.ports(), upload));
    assert.equal(problemOf(await carryOutUpload(cloud.ports(), plan)).code, 'accessDenied');
    assert.equal(bucket(name)?.objects.size, 0, 'nothing lies in a bucket that is not safe');
    assert.deepEqual(await kinds(), ['secure', 'requireTls', 'put']);
    valueOf(await carryOutUpload(cloud.ports(), plan));
  });

  it('is not used when it belongs to somebody else, or is not there', async () => {
    cloud.sandbox.seed.bucket('345678901234', name);
    const problem = problemOf(await planUpload(cloud.ports(), upload));
    assert.equal(problem.code, 'accessDenied');
    assert.match(problem.message, /belongs to another account than 123456789012/);
    assert.match(problemOf(await planUpload(cloud.ports(), { ...upload, bucket: 'none-of-ours' })).message, /no bucket none-of-ours in account/);
  });

  it('of the user keeps its settings', async () => {
    cloud.sandbox.seed.bucket(account, 'my-templates');
    assert.deepEqual(await kinds({ bucket: 'my-templates' }), ['put']);
  });

  it('takes no template over one megabyte', async () => {
    const problem = problemOf(await planUpload(cloud.ports(), { ...upload, text: 'é'.repeat(600_000) }));
    assert.match(problem.message, /1,200,000 bytes; CloudFormation reads at most 1,048,576/);
    assert.deepEqual(cloud.sandbox.requests(), []);
  });

  it('of the console gets the statement that requires TLS, beside its own, and only what was shown', async () => {
    for (const each of ['cf-templates-a-us-east-1', 'cf-templates-b-eu-west-1', 'others']) cloud.sandbox.seed.bucket(account, each);
    const Bucket = 'cf-templates-a-us-east-1';
    assert.deepEqual(valueOf(await consoleBuckets(cloud.ports())), [Bucket]);
    const { s3 } = clientsOf(cloud.sandbox);
    const put = (...Statement: readonly object[]) => s3.send(new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify({ Version: '2012-10-17', Statement }) }));
    await put(mine);
    const change = valueOf(await planRequireTls(cloud.ports(), Bucket));
    assert.ok(change.changed);
    await put(mine, { ...mine, Sid: 'New' });
    assert.equal(problemOf(await carryOutRequireTls(cloud.ports(), change)).code, 'conflict');
    const again = valueOf(await planRequireTls(cloud.ports(), Bucket));
    valueOf(await carryOutRequireTls(cloud.ports(), again));
    const statements = (bucket(Bucket)?.policy as { Statement: { Sid: string }[] }).Statement;
    assert.deepEqual(statements.map(({ Sid }) => Sid), ['Mine', 'New', 'AllowSSLRequestsOnly']);
    assert.equal(valueOf(await planRequireTls(cloud.ports(), Bucket)).changed, false);
  });
});
