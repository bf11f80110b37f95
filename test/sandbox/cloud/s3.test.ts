import assert from 'node:assert/strict';
import { CreateStackCommand } from '@aws-sdk/client-cloudformation';
import {
  CreateBucketCommand, DeleteObjectCommand, GetBucketPolicyCommand, GetObjectCommand, HeadBucketCommand, HeadObjectCommand,
  paginateListObjectsV2, PutBucketEncryptionCommand, PutBucketPolicyCommand, PutBucketVersioningCommand, PutObjectCommand,
  PutPublicAccessBlockCommand, type S3Client,
} from '@aws-sdk/client-s3';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { clientsOf } from './clients';
import { refusal } from './refusal';
import { driveStacks } from './stack-driver';
import { onboarding } from './templates';

const Bucket = 'templates-of-tests';

describe('sandbox S3', () => {
  let sandbox: Sandbox;
  let s3: S3Client;
  beforeEach(async () => {
    sandbox = await startSandbox();
    s3 = clientsOf(sandbox).s3;
    await s3.send(new CreateBucketCommand({ Bucket }));
  });
  afterEach(() => sandbox.stop());

  const put = (Key: string, Body: string | Buffer) => s3.send(new PutObjectCommand({ Bucket, Key, Body }));

  it('gives back what was put, byte for byte', async () => {
    const body = Buffer.from([0, 13, 10, 255, 48, 13, 10, 13, 10]);
    await put('folder/a b+c.bin', body);
    const { Body, ContentLength } = await s3.send(new GetObjectCommand({ Bucket, Key: 'folder/a b+c.bin' }));
    assert.deepEqual(Buffer.from((await Body?.transformToByteArray()) ?? []), body);
    assert.equal(ContentLength, 9);
    assert.equal((await s3.send(new HeadObjectCommand({ Bucket, Key: 'folder/a b+c.bin' }))).ContentLength, 9);
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'folder/a b+c.bin' }));
    await assert.rejects(s3.send(new GetObjectCommand({ Bucket, Key: 'folder/a b+c.bin' })), refusal('NoSuchKey', 'The specified key does not exist.', 404));
  });

  it('lists in pages', async () => {
    for (const key of ['b', 'a', 'c', 'other']) await put(key.length > 1 ? key : `list/${key}`, key);
    const pages: string[][] = [];
    for await (const { Contents = [] } of paginateListObjectsV2({ client: s3, pageSize: 2 }, { Bucket, Prefix: 'list/' })) pages.push(Contents.map(({ Key = '' }) => Key));
    assert.deepEqual(pages, [['list/a', 'list/b'], ['list/c']]);
  });

  it('has one owner per bucket name', async () => {
    const other = clientsOf(sandbox, { account: '345678901234' }).s3;
    // Codes: S3 API reference, "Error responses".
    await assert.rejects(other.send(new CreateBucketCommand({ Bucket })), refusal('BucketAlreadyExists', undefined, 409));
    await assert.rejects(s3.send(new CreateBucketCommand({ Bucket })), refusal('BucketAlreadyOwnedByYou', undefined, 409));
    await assert.rejects(other.send(new GetObjectCommand({ Bucket, Key: 'x' })), refusal('AccessDenied', 'Access Denied', 403));
    await assert.rejects(s3.send(new HeadBucketCommand({ Bucket: 'none-such' })), refusal('NotFound', undefined, 404));
    await assert.rejects(s3.send(new CreateBucketCommand({ Bucket: 'Wrong_Name' })), refusal('InvalidBucketName'));
  });

  it('keeps the settings that make a bucket safe', async () => {
    const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }] };
    await assert.rejects(s3.send(new GetBucketPolicyCommand({ Bucket })), refusal('NoSuchBucketPolicy', undefined, 404));
    await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify(policy) }));
    assert.deepEqual(JSON.parse((await s3.send(new GetBucketPolicyCommand({ Bucket }))).Policy ?? ''), policy);
    await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: { BlockPublicAcls: true } }));
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
    await s3.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] } }));
    const [bucket] = sandbox.state.account('123456789012').buckets;
    assert.deepEqual([...(bucket?.settings.keys() ?? [])].sort(), ['BucketEncryption', 'BucketVersioning', 'PublicAccessBlock']);
    assert.match(bucket?.settings.get('BucketEncryption') ?? '', /AES256/);
  });

  it('takes templates too large for a request from a bucket, up to 1 MB', async () => {
    const padded = (bytes: number) => `${onboarding}#${'x'.repeat(bytes - Buffer.byteLength(onboarding) - 1)}`;
    const { create, status, client } = driveStacks(sandbox);
    // Limit: API model, TemplateBody; counted in bytes.
    await create(padded(51_200), { StackName: 'fits' });
    await assert.rejects(create(padded(51_201)), refusal('ValidationError', /at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to 51200$/));
    await put('large.yaml', padded(51_201));
    await put('huge.yaml', padded(1_048_577));
    const fromUrl = (TemplateURL: string, StackName = 'mdc') =>
      client.send(new CreateStackCommand({ StackName, TemplateURL, Capabilities: ['CAPABILITY_NAMED_IAM'] }));
    await fromUrl(`${sandbox.endpoint}/${Bucket}/large.yaml`);
    await fromUrl(`https://${Bucket}.s3.us-east-1.amazonaws.com/large.yaml`, 'hosted');
    sandbox.clock.runAll();
    assert.equal(await status('fits'), 'CREATE_COMPLETE');
    await assert.rejects(fromUrl(`${sandbox.endpoint}/${Bucket}/huge.yaml`, 'huge'), refusal('ValidationError', /may not exceed/));
    // Text: as CreateStack is publicly reported to answer.
    for (const wrong of [`${sandbox.endpoint}/${Bucket}/none.yaml`, 'http://example.com/t.yaml', 'no address']) {
      await assert.rejects(fromUrl(wrong, 'none'), refusal('ValidationError', 'TemplateURL must reference a valid S3 object to which you have access.'));
    }
  });
});
