import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { files } from '../../../src/adapters/node/files';
import { web } from '../../../src/adapters/node/web';
import { executeDeployment } from '../../../src/app/operation/execute-deployment';
import { overrideTemplate, type TemplateSources } from '../../../src/app/preview/override-template';
import { previewDeployment } from '../../../src/app/preview/preview-deployment';
import type { Problem } from '../../../src/core/model/problem';
import { account, problemOf, requestFor, startCloud, template, valueOf, type Cloud } from './cloud';

describe('another template in place of the connector\'s', () => {
  let cloud: Cloud;
  let server: Server;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  let folder: string;
  beforeEach(async () => {
    cloud = await startCloud({ stepsPerPause: 3 });
    folder = mkdtempSync(join(tmpdir(), 'template-'));
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    await new Promise((resolve) => void server.close(resolve));
    rmSync(folder, { recursive: true });
    await cloud.stop();
  });

  const address = (path = '/other.template.json') => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  const sources = (): TemplateSources => ({ files, web, buckets: cloud.ports().buckets, accountId: account });
  const override = (from: string) => overrideTemplate(requestFor(template()), from, sources());
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const otherText = withTenant(JSON.stringify(template({ name: 'OtherDefault', actions: ['ec2:Describe*', 's3:GetBucketPolicy'] }), null, 2));

  it('comes from a file, and the stack keeps its parameters', async () => {
    valueOf(await executeDeployment(cloud.ports(), valueOf(await previewDeployment(cloud.ports(), requestFor(template())))));
    const request = valueOf(await override(file('other.template.json', otherText)));
    assert.match(request.notes?.[0] ?? '', /other\.template\.json, in place of the connector's own/);
    const preview = valueOf(await previewDeployment(cloud.ports(), request));
    assert.equal(preview.action, 'update');
    assert.deepEqual(preview.changes.flatMap(({ permissions }) => permissions?.added ?? []), ['s3:GetBucketPolicy']);
    assert.ok(preview.notes.some((note) => /keeps its own value of RoleName/.test(note)), preview.notes.join('\n'));
    assert.deepEqual(preview.changes.map(({ replacement }) => replacement), ['never']);
  });

  it('comes from an address that is open to all, through a redirect, and takes no key there', async () => {
    const seen: IncomingMessage['headers'][] = [];
    answer = ({ url, headers }, response) => {
      seen.push(headers);
      if (url === '/moved') return void response.writeHead(302, { location: '/other.template.json' }).end();
      response.writeHead(200, { 'content-type': 'text/plain' }).end(otherText);
    };
    const request = valueOf(await override(address('/moved')));
    assert.equal(request.template.text, otherText);
    assert.equal(request.template.url, undefined, 'CloudFormation reads from S3 alone');
    assert.equal(seen.length, 2);
    for (const headers of seen) assert.deepEqual([headers.authorization, headers.cookie], [undefined, undefined]);
  });

  it('comes from a bucket of the account with the keys of the profile', async () => {
    cloud.sandbox.seed.bucket(account, 'shared-templates');
    const [owner] = cloud.sandbox.accounts;
    const client = new S3Client({ endpoint: cloud.sandbox.endpoint, region: 'us-east-1', credentials: owner! });
    await client.send(new PutObjectCommand({ Bucket: 'shared-templates', Key: 'a b/other.json', Body: otherText }));
    const request = valueOf(await override('https://shared-templates.s3.us-east-1.amazonaws.com/a%20b/other.json'));
    assert.equal(request.template.text, otherText);
    assert.equal(request.template.url, 'https://shared-templates.s3.us-east-1.amazonaws.com/a%20b/other.json');
  });

  it('is linted before AWS is asked, and refused with its line', async () => {
    const before = cloud.sandbox.requests().length;
    const broken = otherText.replace('"Resources": {', '"Resources": {{');
    assert.match(problemOf(await override(file('broken.json', broken))).message, /broken\.json has .*in line \d+: /);
    const everyTenant = JSON.stringify(template(), null, 2);
    const problem = problemOf(await override(file('wrong.json', everyTenant)));
    assert.match(problem.message, /wrong\.json has 3 errors, the first in line \d+: Role CspmMonitorAws /);
    assert.match(problem.action ?? '', /suppress/);
    assert.equal(cloud.sandbox.requests().length, before);
  });

  it('is taken with its errors when somebody agrees to them, but not when it cannot be read', async () => {
    const asked: string[] = [];
    const agreeing = { ...sources(), agrees: async ({ message }: Problem) => asked.push(message) > 0 };
    const request = valueOf(await overrideTemplate(requestFor(template()), file('old.json', JSON.stringify(template(), null, 2)), agreeing));
    assert.equal(asked.length, 1);
    assert.equal(request.notes?.filter((note) => /^In old\.json, line \d+: /.test(note)).length, 3, request.notes?.join('\n'));
    problemOf(await overrideTemplate(requestFor(template()), file('broken.json', '{'), agreeing));
    assert.equal(asked.length, 1);
  });

  it('is refused when it is no template, is not there, or never ends', async () => {
    assert.match(problemOf(await override(file('list.json', '[1, 2]'))).message, /is not a CloudFormation template/);
    assert.match(problemOf(await override(join(folder, 'none.json'))).message, /There is no file/);
    assert.match(problemOf(await override('ftp://example.com/a.json')).action ?? '', /begins with https/);
    assert.match(problemOf(await override('http://example.com/a.json')).action ?? '', /begins with https/);
    answer = (_request, response) => void response.writeHead(404).end();
    assert.match(problemOf(await override(address('/a.json?X-Amz-Signature=secret'))).message, /a\.json: it answers 404 Not Found\.$/);
    answer = (_request, response) => void response.writeHead(302, { location: 'http://example.com/' }).end();
    assert.match(problemOf(await override(address())).message, /leads on to http:\/\/example\.com\/, which is not followed/);
    answer = (_request, response) => {
      response.writeHead(200);
      const more = () => response.write('x'.repeat(65_536), () => response.destroyed || setImmediate(more));
      more();
    };
    assert.match(problemOf(await override(address())).message, /more than the 1,048,576 bytes/);
  });

  it('does not tell a signature to anybody', async () => {
    answer = (_request, response) => void response.end(otherText);
    const request = valueOf(await override(address('/other.json?X-Amz-Signature=secret')));
    assert.doesNotMatch(JSON.stringify([request.notes]), /secret/);
  });
});

/** Lint accepts no role that lets sessions of every tenant in. */
function withTenant(text: string): string {
  return text.replace(/"StringEquals": \{/, '"StringEquals": { "sts:RoleSessionName": "MicrosoftDefenderForClouds_11111111-2222-4333-8444-555555555555",');
}
