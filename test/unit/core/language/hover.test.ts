import assert from 'node:assert/strict';
import { readDocument } from '../../../../src/core/document/read-document';
import { hoverAt } from '../../../../src/core/language/hover';

/** `|` in the text is where the mouse rests. */
const hover = (marked: string, kind: 'connector' | 'template' = 'connector') =>
  hoverAt(readDocument(marked.replace('|', ''), 'yaml'), kind, marked.indexOf('|'));

const words = (marked: string, kind: 'connector' | 'template' = 'connector') => hover(marked, kind)?.markdown ?? '';

describe('hover', () => {
  it('says what a key means, what is allowed and what holds when it is absent', () => {
    const text = words('account:\n  ty|pe: single\n');
    assert.match(text, /management: the organization's management account/);
    assert.match(text, /Allowed: `single`, `management`/);
    assert.match(text, /When absent: `single`/);
  });

  it('marks exactly the key', () => {
    const span = hover('name: a\nacc|ess: default\n')?.span;
    assert.deepEqual([span?.start, span?.end], [8, 14]);
  });

  it('tells the roles of a feature with source and date', () => {
    const text = words('plans:\n  servers: { tier: P2, agentless|Scanning: true }');
    assert.match(text, /`DefenderForCloud-AgentlessScanner`/);
    assert.match(text, /Source: .*\. Checked 2\d{3}-\d\d-\d\d/);
  });

  it('says that a role is not published rather than inventing one', () => {
    assert.match(words('plans:\n  defenderCspm: { cloudTrail|Ingestion: true }'), /Roles: not published\./);
  });

  it('knows a region, and which plans are listed as unsupported there', () => {
    assert.match(words('regions: [us-ea|st-1]'), /N\. Virginia/);
    assert.match(words('deployment:\n  region: eu-|west-1\n'), /Europe \(Ireland\)/);
  });

  it('knows roles by id', () => {
    assert.match(words('roles:\n  cspm|Monitor: Mine\n'), /Default name: `CspmMonitorAws`/);
  });

  it('knows roles, audiences, provider and session in a template', () => {
    const template = (value: string) => words(`Resources:\n  A:\n    Type: AWS::IAM::Role\n    x: ${value}\n`, 'template');
    assert.match(template('Cspm|MonitorAws'), /Role id: `cspmMonitor`/);
    assert.match(template('"api://4d8bed1f-eee7|-4d8e-b0dc-8462049a4479"'), /Audience: CSPM/);
    assert.match(template('https://sts.windows|.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/'), /Identity provider/);
    assert.match(template('MicrosoftDefenderForClouds|_11111111-2222-4333-8444-555555555555'), /Session name/);
    assert.equal(template('Some|thing'), '');
  });

  it('knows the name that stands on a condition key', () => {
    const key = '"sts.windows.net/33e01921-4d64|-4f8c-a055-5bdaffd5e33d/:aud"';
    assert.match(words(`Resources:\n  A:\n    ${key}: x\n`, 'template'), /Identity provider/);
  });

  it('has nothing for white space, comments and keys that nobody knows', () => {
    assert.equal(hover('name: a\n|\n'), undefined);
    assert.equal(hover('name: a # comm|ent\n'), undefined);
    assert.equal(hover('construc|tor: a\n'), undefined);
    assert.equal(hover('|'), undefined);
  });

  it('comes out of an alias that points back at what holds it', () => {
    const text = 'a: &a\n  b: *a\n';
    for (let at = 0; at <= text.length; at += 1) {
      assert.doesNotThrow(() => hoverAt(readDocument(text, 'yaml'), 'connector', at));
    }
  });
});
