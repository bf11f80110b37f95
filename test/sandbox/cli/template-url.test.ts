import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { profileFiles } from '../../../sandbox/profiles';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { useAwsFiles } from '../../unit/adapters/aws/aws-files';
import { run } from '../../unit/cli/run';

const connector = `name: contoso
account:
  id: "123456789012"
azure:
  tenant: 11111111-2222-4333-8444-555555555555
  subscription: 66666666-7777-4888-9999-000000000000
  resourceGroup: rg-security
  location: eastus
plans: {}
deployment:
  template: large.json
`;
const template = JSON.stringify({
  Metadata: { DefenderConnectors: {}, Filler: 'x'.repeat(60_000) },
  Resources: { Topic: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:List*', Resource: '*' }] } } } },
});
const url = 'https://templates.s3.us-east-1.amazonaws.com/large.json';

describe('a template too large for a request, on the command line', function () {
  this.timeout(30_000);
  let sandbox: Sandbox;
  let restore: () => void;
  let folder: string;
  let file: string;

  beforeEach(async () => {
    sandbox = await startSandbox({ clock: { msPerStep: 0 } });
    restore = useAwsFiles(profileFiles(sandbox));
    folder = mkdtempSync(join(tmpdir(), 'defender-connectors-'));
    file = join(folder, 'contoso.connector.yaml');
    writeFileSync(file, connector);
    writeFileSync(join(folder, 'large.json'), template);
  });

  afterEach(async () => {
    restore();
    await sandbox.stop();
    rmSync(folder, { recursive: true });
  });

  it('is refused with what to do, and planned from its address in S3', async () => {
    const refused = await run(['plan', file, '--profile', 'sandbox-single']);
    assert.notEqual(refused.code, 0);
    assert.match(refused.stderr, /60,\d+ bytes even without white space[\s\S]*S3 bucket of yours[\s\S]*--template-url/);

    await upload(template);
    const planned = await run(['plan', file, '--profile', 'sandbox-single', '--template-url', url]);
    assert.equal(planned.code, 0, planned.stderr);
    assert.match(planned.stdout, /\+ add AWS::IAM::ManagedPolicy Topic/);
  });

  it('is planned from the address that the connector file gives, also when it is small', async () => {
    const small = template.replace(/x{60000}/, '');
    writeFileSync(join(folder, 'large.json'), small);
    writeFileSync(file, `${connector}  templateUrl: ${url}\n`);
    const missing = await run(['plan', file, '--profile', 'sandbox-single']);
    assert.notEqual(missing.code, 0, missing.stdout);
    await upload(small.replace('s3:List*', '*'));
    assert.match((await run(['plan', file, '--profile', 'sandbox-single'])).stderr, /is not the one on this computer/);
    await upload(small);
    const planned = await run(['plan', file, '--profile', 'sandbox-single']);
    assert.equal(planned.code, 0, planned.stderr);
  });

  it("is the portal's or none, when the connector file says so", async () => {
    writeFileSync(file, `${connector}  templateFrom: portal\n`);
    rmSync(join(folder, 'large.json'));
    const { code, stderr } = await run(['plan', file, '--profile', 'sandbox-single']);
    assert.notEqual(code, 0);
    assert.match(stderr, /large\.json/);
  });

  async function upload(text: string): Promise<void> {
    const [owner] = sandbox.accounts;
    assert.ok(owner);
    if (sandbox.state.account(owner.id).buckets.length === 0) sandbox.seed.bucket(owner.id, 'templates');
    const client = new S3Client({ endpoint: sandbox.endpoint, region: 'us-east-1', credentials: owner });
    await client.send(new PutObjectCommand({ Bucket: 'templates', Key: 'large.json', Body: text }));
  }

  it('is uploaded to a bucket that is made for it, when that is asked for', async () => {
    const planned = await run(['plan', file, '--profile', 'sandbox-single', '--template-bucket']);
    assert.equal(planned.code, 0, planned.stderr);
    assert.match(planned.stderr, /Create bucket defender-connectors-123456789012-us-east-1 in account 123456789012\./);
    const no = await run(['deploy', file, '--profile', 'sandbox-single', '--template-bucket', 'none'], { tty: true, stdin: 'n\n' });
    assert.match(no.stderr, /no bucket none/);
    sandbox.seed.bucket('123456789012', 'mine-too');
    const left = await run(['deploy', file, '--profile', 'sandbox-single', '--template-bucket', 'mine-too'], { tty: true, stdin: 'n\n' });
    assert.match(left.stderr, /Upload the template .* to mine-too[\s\S]*Nothing was uploaded/);
    assert.equal(sandbox.state.account('123456789012').buckets.find(({ name }) => name === 'mine-too')?.objects.size, 0);
    const deployed = await run(['deploy', file, '--profile', 'sandbox-single', '--template-bucket', '--yes']);
    assert.equal(deployed.code, 0, deployed.stderr);
  });

  it('lies in buckets of the console that can be made to require TLS', async () => {
    const bucket = 'cf-templates-abc-us-east-1';
    sandbox.seed.bucket('123456789012', bucket);
    const listed = await run(['require-tls', '--profile', 'sandbox-single']);
    assert.deepEqual([listed.code, listed.stdout], [1, `${bucket}\n`]);
    const left = await run(['require-tls', bucket, '--profile', 'sandbox-single'], { tty: true, stdin: 'no\n' });
    assert.deepEqual([left.code, /AllowSSLRequestsOnly/.test(left.stdout), /Nothing was changed/.test(left.stderr)], [1, true, true]);
    assert.equal((await run(['require-tls', bucket, '--profile', 'sandbox-single'], { tty: true, stdin: `${bucket}\n` })).code, 0);
    assert.equal((await run(['require-tls', '--profile', 'sandbox-single'])).code, 0);
  });

  it('has an https address, or the command line is wrong', async () => {
    const { code, stderr } = await run(['plan', file, '--template-url', 's3://templates/large.json']);
    assert.equal(code, 2);
    assert.match(stderr, /begins with https:\/\//);
  });
});
