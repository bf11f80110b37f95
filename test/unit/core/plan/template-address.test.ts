import assert from 'node:assert/strict';
import { addressMistake, isAddress, s3ObjectOf } from '../../../../src/core/plan/template-address';

describe('addresses of templates', () => {
  it('are told from paths', () => {
    for (const address of ['https://a.example/t.json', 'http://localhost/t.json', 'ftp://a/b']) assert.ok(isAddress(address), address);
    for (const path of ['a/b.json', '/a/b.json', String.raw`C:\a\b.json`, 'c:/a.json', 'b.json']) assert.ok(!isAddress(path), path);
  });

  it('are safe ones, or on this machine', () => {
    for (const address of ['https://a.example/t.json', 'http://localhost:80/t', 'http://127.0.0.1/t', 'http://[::1]:1/t']) assert.equal(addressMistake(address), undefined, address);
    for (const address of ['http://a.example/t.json', 'https://a.example', 'http://localhost.example/t', 'http://127.0.0.1.example/t', 'file:///etc/passwd'])
      assert.match(addressMistake(address) ?? '', /https/, address);
  });

  it('name an object of S3 in each of the forms of AWS, and nothing else does', () => {
    const object = { bucket: 'my.bucket-1', key: 'a/b c.json' };
    for (const address of [
      'https://my.bucket-1.s3.eu-central-1.amazonaws.com/a/b%20c.json',
      'https://my.bucket-1.s3.amazonaws.com/a/b%20c.json',
      'https://my.bucket-1.s3-eu-west-1.amazonaws.com/a/b%20c.json',
      'https://my.bucket-1.s3.dualstack.us-gov-west-1.amazonaws.com/a/b%20c.json',
      'https://my.bucket-1.s3.cn-north-1.amazonaws.com.cn/a/b%20c.json',
      'https://s3.eu-central-1.amazonaws.com/my.bucket-1/a/b%20c.json',
      'https://s3.amazonaws.com/my.bucket-1/a/b%20c.json',
    ])
      assert.deepEqual(s3ObjectOf(address), object, address);
    for (const address of [
      'https://my.bucket.s3.us-east-1.amazonaws.com/a.json?X-Amz-Signature=1',
      'https://s3.us-east-1.amazonaws.com/bucket',
      'https://b.s3.us-east-1.amazonaws.com.evil.example/a.json',
      'https://evil.example/b.s3.us-east-1.amazonaws.com/a.json',
      'https://ec2.us-east-1.amazonaws.com/a/b',
      'http://b.s3.us-east-1.amazonaws.com/a.json',
    ])
      assert.equal(s3ObjectOf(address), undefined, address);
  });
});
