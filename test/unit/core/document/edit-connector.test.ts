import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { editConnector } from '../../../../src/core/document/edit-connector';
import { readDocument } from '../../../../src/core/document/read-document';
import { toPlain } from '../../../../src/core/document/to-plain';
import { withAnswer } from '../../../../src/core/onboarding/answers';
import type { Json, JsonObject } from '../../../../src/core/model/json';

const plainOf = (text: string, format: 'yaml' | 'json' = 'yaml') => toPlain(readDocument(text, format).root!) as JsonObject;

const edited = (text: string, changes: Readonly<Record<string, Json | undefined>>, format: 'yaml' | 'json' = 'yaml') => {
  const before = plainOf(text, format);
  const after = Object.entries(changes).reduce<JsonObject>((answers, [field, value]) => withAnswer(answers, field, value), before);
  const result = editConnector(text, format, { before, after });
  assert.deepEqual(plainOf(result, format), after, 'the text says what it should');
  return result;
};

const organization = readFileSync('examples/contoso-organization.connector.yaml', 'utf8');

describe('editing a connector file', () => {
  it('changes one line and nothing else', () => {
    const result = edited(organization, { scanIntervalHours: 6 });
    assert.equal(result, organization.replace('scanIntervalHours: 24', 'scanIntervalHours: 6'));
  });

  it('leaves the text alone when nothing changes, however it is formatted', () => {
    const odd = 'name:    "a"   # x\naccount: {id: "123456789012",   type: single}\n';
    assert.equal(edited(odd, {}), odd);
  });

  it('keeps the comment of a list item that stays, and appends', () => {
    const result = edited(organization, { 'account.excluded': ['111111111111', '345678901234'] });
    assert.match(result, /- "111111111111"\n {4}- "345678901234" # the forensics account stays out\n/);
  });

  it('keeps every comment, unknown key and the order of keys', () => {
    const text = '# top\nzebra: 1 # unknown\nname: a # name\naccount:\n  # the id\n  id: "123456789012" # digits\n\n# places\nazure: { tenant: t }\n# end\n';
    const result = edited(text, { name: 'b', 'account.id': '012345678901', 'azure.location': 'eastus', scanIntervalHours: 4 });
    for (const [comment] of text.matchAll(/#.*/g)) assert.ok(result.includes(comment), comment);
    assert.match(result, /^# top\nzebra: 1 # unknown\nname: b # name\naccount:\n {2}# the id\n {2}id: "012345678901" # digits\n/);
  });

  it('keeps the comment above a key that goes', () => {
    const result = edited('name: a\n# about regions and all below\nregions: all\naccess: default\n', { regions: undefined });
    assert.equal(result, 'name: a\n# about regions and all below\naccess: default\n');
  });

  it('puts new keys where the schema has them', () => {
    const result = edited('name: a\naccess: default\ndeployment:\n  region: us-east-1\n', { regions: ['us-east-1'], 'deployment.stack': 's' });
    assert.equal(result, 'name: a\nregions:\n  - us-east-1\naccess: default\ndeployment:\n  stack: s\n  region: us-east-1\n');
  });

  it('keeps line ends and the byte order mark', () => {
    assert.equal(edited('\uFEFFname: a\r\naccess: default\r\n', { name: 'b' }), '\uFEFFname: b\r\naccess: default\r\n');
  });

  it('keeps account ids quoted, and quotes those that become text', () => {
    assert.equal(edited("account:\n  id: '123456789012'\n", { 'account.id': '012345678901' }), "account:\n  id: '012345678901'\n");
    assert.equal(edited('account:\n  id: 12\n', { 'account.id': '012345678901' }), 'account:\n  id: "012345678901"\n');
  });

  it('turns a switch into a group and back', () => {
    const text = 'plans:\n  servers:\n    tier: P2 # dear\n    agentlessScanning: true\n';
    const grouped = edited(text, { 'plans.servers.agentlessScanning.excludeTags': { team: 'lab' } });
    assert.match(grouped, /tier: P2 # dear\n {4}agentlessScanning:\n {6}excludeTags:\n {8}team: lab\n/);
    assert.equal(edited(grouped, { 'plans.servers.agentlessScanning.excludeTags': undefined }), text);
  });

  it('writes JSON with its own indentation, and new keys in their places', () => {
    const text = '{\n    "name": "a",\n    "zebra": 1,\n    "access": "default"\n}\n';
    assert.equal(
      edited(text, { name: 'b', regions: 'all' }, 'json'),
      '{\n    "name": "b",\n    "regions": "all",\n    "zebra": 1,\n    "access": "default"\n}\n',
    );
  });

  it('carries a change over to a text that was edited meanwhile', () => {
    const before = { name: 'a', access: 'default' };
    const result = editConnector('name: a # mine\nregions: all\naccess: default\n', 'yaml', { before, after: { ...before, access: 'leastPrivilege' } });
    assert.equal(result, 'name: a # mine\nregions: all\naccess: leastPrivilege\n');
  });

  it('writes a new file from nothing', () => {
    assert.equal(editConnector('', 'yaml', { before: {}, after: { account: { type: 'single', id: '123456789012' }, name: 'a' } }), 'name: a\naccount:\n  id: "123456789012"\n  type: single\n');
  });
});
