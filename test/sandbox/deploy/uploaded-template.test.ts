import assert from 'node:assert/strict';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { executeDeployment } from '../../../src/app/operation/execute-deployment';
import { previewDeployment } from '../../../src/app/preview/preview-deployment';
import { readStackStatus } from '../../../src/app/care/read-stack-status';
import { account, problemOf, requestFor, startCloud, template, valueOf, type Cloud } from './cloud';

describe('a template in S3', () => {
  let cloud: Cloud;
  beforeEach(async () => (cloud = await startCloud()));
  afterEach(() => cloud.stop());

  it('is deployed when a request cannot carry it', async () => {
    const body = { ...template(), Metadata: { Filler: 'x'.repeat(60_000) } };
    const request = requestFor(body);
    await upload(cloud, 'templates', request.template.text);
    const url = 'https://templates.s3.us-east-1.amazonaws.com/template.json';
    const plan = valueOf(await previewDeployment(cloud.ports(), { ...request, template: { ...request.template, url } }));
    assert.ok(plan.template.bytes > plan.template.limit);
    assert.equal(valueOf(await executeDeployment(cloud.ports(), plan)).result, 'succeeded');
  });

  it('is refused when it is another than the one that is shown, and nothing is left behind', async () => {
    const shown = requestFor({ ...template(), Metadata: { Filler: 'x'.repeat(60_000) } });
    const other = requestFor({ ...template({ actions: ['*'] }), Metadata: { Filler: 'x'.repeat(60_000) } });
    await upload(cloud, 'templates', other.template.text);
    const url = 'https://templates.s3.us-east-1.amazonaws.com/template.json';
    const problem = problemOf(await previewDeployment(cloud.ports(), { ...shown, template: { ...shown.template, url } }));
    assert.match(problem.message, /is not the one on this computer/);
    cloud.sandbox.clock.runAll();
    assert.equal(valueOf(await readStackStatus(cloud.ports(), { accountId: account, stack: 'defender' })), null);
    await upload(cloud, 'respaced', JSON.stringify(shown.template.body, null, 7));
    const same = url.replace('templates', 'respaced');
    valueOf(await previewDeployment(cloud.ports(), { ...shown, template: { ...shown.template, url: same } }));
  });
});

async function upload({ sandbox }: Cloud, bucket: string, text: string): Promise<void> {
  const [owner] = sandbox.accounts;
  assert.ok(owner);
  sandbox.seed.bucket(account, bucket);
  const client = new S3Client({ endpoint: sandbox.endpoint, region: 'us-east-1', credentials: owner });
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'template.json', Body: text }));
}
