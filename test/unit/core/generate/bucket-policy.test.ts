import assert from 'node:assert/strict';
import { tlsOnlyBucketPolicy } from '../../../../src/core/generate/bucket-policy';
import { s3Address, s3ObjectOf } from '../../../../src/core/generate/s3-address';
import type { JsonObject } from '../../../../src/core/model/json';

describe('the bucket policy that wants TLS', () => {
  it('denies everything that is not encrypted, on the bucket and what is in it', () => {
    assert.deepEqual(tlsOnlyBucketPolicy('mine'), {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'AllowSSLRequestsOnly',
          Action: 's3:*',
          Effect: 'Deny',
          Resource: ['arn:aws:s3:::mine', 'arn:aws:s3:::mine/*'],
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          Principal: '*',
        },
      ],
    });
  });

  it('joins what the bucket has, once', () => {
    const existing: JsonObject = { Version: '2012-10-17', Id: 'x', Statement: { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::mine/*' } };
    const joined = tlsOnlyBucketPolicy('mine', { existing });
    assert.equal(joined['Id'], 'x');
    assert.equal((joined['Statement'] as readonly unknown[]).length, 2);
    assert.equal(tlsOnlyBucketPolicy('mine', { existing: joined }), joined);
  });
});

describe('addresses in S3', () => {
  const cases: readonly [string, ReturnType<typeof s3ObjectOf>][] = [
    ['https://mine.s3.eu-west-1.amazonaws.com/a/b%20c.json', { bucket: 'mine', key: 'a/b c.json' }],
    ['https://mine.s3.amazonaws.com/a', { bucket: 'mine', key: 'a' }],
    ['https://s3.eu-west-1.amazonaws.com/mine/a/b', { bucket: 'mine', key: 'a/b' }],
    ['https://s3-eu-west-1.amazonaws.com/mine/a', { bucket: 'mine', key: 'a' }],
    ['https://my.dotted.bucket.s3.us-east-1.amazonaws.com/a', { bucket: 'my.dotted.bucket', key: 'a' }],
    ['https://mine.s3.us-east-1.amazonaws.com/', undefined],
    ['https://s3.us-east-1.amazonaws.com/mine', undefined],
    ['https://mine.s3.us-east-1.amazonaws.com.evil.com/a', undefined],
    ['http://mine.s3.us-east-1.amazonaws.com/a', undefined],
    ['https://mine.s3.us-east-1.amazonaws.com/%zz', undefined],
  ];
  for (const [address, object] of cases) it(`are read: ${address}`, () => assert.deepEqual(s3ObjectOf(address), object));

  it('are written so that they are read the same', () => {
    const object = { bucket: 'mine', key: 'a b/ü?#%.json' };
    assert.deepEqual(s3ObjectOf(s3Address(object, 'eu-west-1')), object);
  });
});
