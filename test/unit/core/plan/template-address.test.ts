import assert from 'node:assert/strict';
import { addressMistake, isAddress } from '../../../../src/core/plan/template-address';

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
});
