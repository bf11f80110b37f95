import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { account, commandLine, contoso, mine } from './command-line';

const connector = `${contoso('{}')}deployment:
  template: large.json
`;
const template = JSON.stringify({
  Metadata: { DefenderConnectors: {}, Filler: 'x'.repeat(60_000) },
  Resources: { Topic: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:List*', Resource: '*' }] } } } },
});
const url = 'https://templates.s3.us-east-1.amazonaws.com/large.json';

describe('a template too large for a request, on the command line', function () {
  this.timeout(30_000);
  const cli = commandLine({ connector });
  beforeEach(() => writeFileSync(join(cli.folder, 'large.json'), template));

  it('is refused with what to do, and planned from its address in S3', async () => {
    const refused = await cli.run(['plan', cli.file, ...mine]);
    assert.notEqual(refused.code, 0);
    assert.match(refused.stderr, /60,\d+ bytes even without white space[\s\S]*S3 bucket of yours[\s\S]*--template-url/);

    await upload(template);
    const planned = await cli.run(['plan', cli.file, ...mine, '--template-url', url]);
    assert.equal(planned.code, 0, planned.stderr);
    assert.match(planned.stdout, /\+ add AWS::IAM::ManagedPolicy Topic/);
  });

  it('is planned from the address that the connector file gives, also when it is small', async () => {
    const small = template.replace(/x{60000}/, '');
    writeFileSync(join(cli.folder, 'large.json'), small);
    cli.write(`${connector}  templateUrl: ${url}\n`);
    const missing = await cli.run(['plan', cli.file, ...mine]);
    assert.notEqual(missing.code, 0, missing.stdout);
    await upload(small.replace('s3:List*', '*'));
    assert.match((await cli.run(['plan', cli.file, ...mine])).stderr, /is not the one on this computer/);
    await upload(small);
    const planned = await cli.run(['plan', cli.file, ...mine]);
    assert.equal(planned.code, 0, planned.stderr);
  });

  it("is the portal's or none, when the connector file says so", async () => {
    cli.write(`${connector}  templateFrom: portal\n`);
    rmSync(join(cli.folder, 'large.json'));
    const { code, stderr } = await cli.run(['plan', cli.file, ...mine]);
    assert.notEqual(code, 0);
    assert.match(stderr, /large\.json/);
  });

  async function upload(text: string): Promise<void> {
    const [owner] = cli.sandbox.accounts;
    assert.ok(owner);
    if (cli.sandbox.state.account(owner.id).buckets.length === 0) cli.sandbox.seed.bucket(owner.id, 'templates');
    const client = new S3Client({ endpoint: cli.sandbox.endpoint, region: 'us-east-1', credentials: owner });
    await client.send(new PutObjectCommand({ Bucket: 'templates', Key: 'large.json', Body: text }));
  }

  it('is uploaded to a bucket that is made for it, when that is asked for', async () => {
    const planned = await cli.run(['plan', cli.file, ...mine, '--template-bucket']);
    assert.equal(planned.code, 0, planned.stderr);
    assert.match(planned.stderr, /Create bucket defender-connectors-123456789012-us-east-1 in account 123456789012\./);
    const no = await cli.run(['deploy', cli.file, ...mine, '--template-bucket', 'none'], { tty: true, stdin: 'n\n' });
    assert.match(no.stderr, /no bucket none/);
    cli.sandbox.seed.bucket(account, 'mine-too');
    const left = await cli.run(['deploy', cli.file, ...mine, '--template-bucket', 'mine-too'], { tty: true, stdin: 'n\n' });
    assert.match(left.stderr, /Upload the template .* to mine-too[\s\S]*Nothing was uploaded/);
    assert.equal(cli.sandbox.state.account(account).buckets.find(({ name }) => name === 'mine-too')?.objects.size, 0);
    const deployed = await cli.run(['deploy', cli.file, ...mine, '--template-bucket', '--yes']);
    assert.equal(deployed.code, 0, deployed.stderr);
  });

  it('lies in buckets of the console that can be made to require TLS', async () => {
    const bucket = 'cf-templates-abc-us-east-1';
    cli.sandbox.seed.bucket(account, bucket);
    const absent = await cli.run(['require-tls', 'cf-templates-none', ...mine]);
    assert.deepEqual([absent.code, absent.stderr], [3, `There is no bucket cf-templates-none in account ${account}. Create it, or name another one.\n`]);
    const listed = await cli.run(['require-tls', ...mine]);
    assert.deepEqual([listed.code, listed.stdout], [1, `${bucket}\n`]);
    const left = await cli.run(['require-tls', bucket, ...mine], { tty: true, stdin: 'no\n' });
    assert.deepEqual([left.code, /AllowSSLRequestsOnly/.test(left.stdout), /Nothing was changed/.test(left.stderr)], [1, true, true]);
    assert.equal((await cli.run(['require-tls', bucket, ...mine], { tty: true, stdin: `${bucket}\n` })).code, 0);
    assert.equal((await cli.run(['require-tls', ...mine])).code, 0);
  });

  it('has an https address, or the command line is wrong', async () => {
    const { code, stderr } = await cli.run(['plan', cli.file, '--template-url', 's3://templates/large.json']);
    assert.equal(code, 2);
    assert.match(stderr, /begins with https:\/\//);
  });
});
