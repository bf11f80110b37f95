import assert from 'node:assert/strict';
import { templateSource, templateUrlMistake } from '../../../../src/core/plan/template-source';

const body = { Resources: { A: { Type: 'AWS::S3::Bucket', Note: 'é€😀' } } };
const indented = JSON.stringify(body, undefined, 40);
const template = { text: indented, body, bytes: 0, minified: false };
const minifiedBytes = Buffer.byteLength(JSON.stringify(body));

describe('template source', () => {
  it('is the text itself while it fits, counted in bytes', () => {
    const source = templateSource({ ...template, limit: Buffer.byteLength(indented) });
    assert.deepEqual(source, {
      ok: true,
      value: { source: { body: indented }, size: { bytes: Buffer.byteLength(indented), limit: Buffer.byteLength(indented), minified: false } },
    });
  });

  it('is minified when that helps', () => {
    const source = templateSource({ ...template, limit: minifiedBytes });
    assert.ok(source.ok);
    assert.deepEqual(source.value.source, { body: JSON.stringify(body) });
    assert.equal(source.value.size.minified, true);
  });

  it('is in S3 when nothing else helps', () => {
    const url = 'https://templates.s3.amazonaws.com/t.json';
    const source = templateSource({ ...template, limit: minifiedBytes - 1, url });
    assert.ok(source.ok);
    assert.deepEqual(source.value.source, { url });
  });

  it('is in S3 when the connector file wants it from there, however small it is', () => {
    const url = 'https://templates.s3.amazonaws.com/t.json';
    const source = templateSource({ ...template, limit: 51_200, url, byUrl: true });
    assert.ok(source.ok);
    assert.deepEqual(source.value.source, { url });
  });

  it('may lie at an https address only', () => {
    assert.equal(templateUrlMistake('https://bucket.s3.eu-west-1.amazonaws.com/t.json'), undefined);
    for (const url of ['http://bucket.s3.amazonaws.com/t.json', 's3://bucket/t.json', 'bucket', '']) {
      assert.match(templateUrlMistake(url) ?? '', /https:\/\//);
    }
  });

  it('is refused with both sizes and the way out', () => {
    const source = templateSource({ ...template, limit: minifiedBytes - 1 });
    assert.equal(source.ok, false);
    if (source.ok) return;
    assert.match(source.error.message, new RegExp(`${minifiedBytes} bytes`));
    assert.match(source.error.action ?? '', /S3/);
  });
});
