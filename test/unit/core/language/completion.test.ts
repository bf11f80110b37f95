import assert from 'node:assert/strict';
import { completionsAt } from '../../../../src/core/language/completion';
import { catalog } from '../../../../src/core/catalog/catalog';

/** `|` in the text is the cursor. */
const complete = (marked: string, format: 'yaml' | 'json' = 'yaml') =>
  completionsAt(marked.replace('|', ''), format, marked.indexOf('|'));

const labels = (marked: string, format: 'yaml' | 'json' = 'yaml') => complete(marked, format).map(({ label }) => label);

describe('completion in a connector file', () => {
  it('offers a whole connector in an empty file, in both formats', () => {
    assert.deepEqual(labels('|'), ['Connector for a single AWS account', 'Connector for an AWS management account']);
    const [json] = complete('|', 'json');
    assert.equal(JSON.parse(json?.plainText ?? '').account.type, 'single');
    assert.ok(complete('\uFEFF|').every(({ span }) => span.start === 1), 'the byte order mark stays');
  });

  it('offers the keys of the map at the cursor that are not there yet', () => {
    assert.deepEqual(labels('name: a\naccount:\n  id: "1"\n  |\nazure:\n'), ['type', 'excluded', 'stackSet']);
    const root = labels('name: a\n|\nazure:\n  tenant: b\n');
    assert.ok(root.includes('plans') && root.includes('account'));
    assert.ok(!root.includes('name') && !root.includes('azure') && !root.includes('tenant'));
  });

  it('replaces the half-written key and no more', () => {
    const [first] = complete('name: a\naccount:\n  ty|\n');
    const offered = complete('name: a\naccount:\n  ty|\n').find(({ label }) => label === 'type');
    assert.ok(first);
    assert.deepEqual(offered?.span, { start: 19, end: 21 });
    assert.equal(offered?.insertText, 'type: ${1|single,management|}');
  });

  it('opens a map in block style and in flow style', () => {
    assert.equal(complete('name: a\n|').find(({ label }) => label === 'azure')?.insertText, 'azure:\n  $0');
    assert.equal(complete('{ "name": "a", | }', 'json').find(({ label }) => label === 'azure')?.insertText, '"azure": { $0 }');
  });

  it('offers plans and features, with what the catalog knows of them', () => {
    const features = complete('plans:\n  servers:\n    |');
    assert.ok(features.some(({ label }) => label === 'tier'));
    const scanning = features.find(({ label }) => label === 'agentlessScanning');
    assert.match(scanning?.documentation ?? '', /DefenderForCloud-AgentlessScanner/);
    assert.match(scanning?.documentation ?? '', /Checked \d{4}-\d\d-\d\d/);
  });

  it('offers features inside flow maps, on one line and over several', () => {
    assert.deepEqual(labels('plans:\n  servers: { tier: P2, agentlessScanning: true, arcAutoProvisioning: true, | }'), [
      'defenderForEndpoint',
      'vulnerabilityAssessment',
    ]);
    assert.ok(labels('plans:\n  servers: {\n    tier: P2,\n    |\n  }').includes('defenderForEndpoint'));
    assert.deepEqual(labels('plans:\n  servers: { tier: | }'), ['P1', 'P2']);
  });

  it('does not offer a key that stands behind the cursor', () => {
    assert.ok(!labels('plans:\n  servers: { |, tier: P2 }').includes('tier'));
    assert.ok(!labels('{ "name": "a", |, "azure": {} }', 'json').includes('azure'));
  });

  it('offers values: choices, intervals, regions, role names', () => {
    assert.deepEqual(labels('account:\n  type: |'), ['single', 'management']);
    assert.deepEqual(labels('access: le|'), ['default', 'leastPrivilege']);
    assert.deepEqual(labels('scanIntervalHours: |'), catalog.scanIntervals.hours.map(String));
    assert.ok(labels('regions:\n  - us|').includes('us-east-1'));
    assert.ok(labels('regions:\n- |').includes('us-east-1'));
    assert.ok(labels('regions: [us-east-1, |]').includes('eu-west-1'));
    assert.ok(labels('deployment:\n  region: |').includes('us-east-1'));
    assert.ok(labels('roles:\n  |').includes('cspmMonitor'));
    assert.deepEqual(labels('roles:\n  cspmMonitor: |'), ['CspmMonitorAws']);
  });

  it('quotes values in JSON and replaces the quotes that are there', () => {
    const text = '{ "access": "|" }';
    const [offer] = complete(text, 'json');
    assert.equal(offer?.plainText, '"default"');
    assert.deepEqual(offer?.span, { start: 12, end: 14 });
  });

  it('offers no region of a partition that Defender does not connect', () => {
    assert.ok(!labels('regions: [|]').some((region) => region.startsWith('cn-') || region.startsWith('us-gov-')));
  });

  it('says nothing in comments, in text, and below a finished value', () => {
    assert.deepEqual(labels('name: a\n# pl|'), []);
    assert.deepEqual(labels('name: a # pl|'), []);
    assert.deepEqual(labels('name: "a\n  |'), []);
    assert.deepEqual(labels('unknown:\n  |'), []);
  });

  it('keeps to the file in hostile texts', () => {
    for (const text of ['\n|', '\n\n|\n', '\t|', '- - - |', '{{{{|', ']]]|', '"|', `${'['.repeat(10_000)}|`, 'constructor:\n  |', ': |']) {
      assert.doesNotThrow(() => complete(text));
      assert.doesNotThrow(() => complete(text, 'json'));
    }
  });
});
