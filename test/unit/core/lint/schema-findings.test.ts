import assert from 'node:assert/strict';
import { applyFixes } from '../../../../src/core/lint/apply-fixes';
import { lint } from '../../../../src/core/lint/lint';

const good = `name: contoso
account:
  id: "123456789012"
azure:
  tenant: 11111111-2222-4333-8444-555555555555
  subscription: 66666666-7777-4888-9999-000000000000
  resourceGroup: rg-security
  location: eastus
plans:
  servers: { tier: P2, agentlessScanning: true }
`;

describe('schema findings', () => {
  it('are none for a good file', () => assert.deepEqual(lint(good, 'x.connector.yaml'), []));

  for (const [name, old, bad, message, place, fixed] of [
    ['a missing key at its parent', '  location: eastus\n', '', 'azure has no location. Add it.', 'azure'],
    ['a missing key of the file at its first', 'name: contoso\n', '', 'This connector has no name. Add it.', 'account'],
    ['an unknown key with the nearest', 'tier', 'teir', 'Key teir is not known in plans.servers. Write tier.', 'teir', 'tier'],
    ['a value that is not known with the nearest', 'tier: P2', 'tier: p2', 'plans.servers.tier is p2, which is not known. Write P2.', 'p2', 'tier: P2'],
    ['text where a truth value is due', 'agentlessScanning: true', 'agentlessScanning: "yes"', 'plans.servers.agentlessScanning must be true, false or a group of settings, and it is "yes". Write true.', '"yes"', 'agentlessScanning: true'],
    ['a number where text is due, as it is written', 'name: contoso', 'name: 0o17', 'name must be text, and it is the number 0o17. Put it in quotes.', '0o17', 'name: "0o17"'],
    ['a wrong form in words', '11111111-2222', '1111-2222', 'azure.tenant is 1111-2222-4333-8444-555555555555, but it must be an id such as 11111111-2222-4333-8444-555555555555.', '1111-2222-4333-8444-555555555555'],
    ['a wrong address in words', 'plans:', 'deployment: { stack: a, region: us-east-1, templateUrl: "http://x/y" }\nplans:', 'deployment.templateUrl is http://x/y, but it must be an https address such as https://bucket.s3.us-east-1.amazonaws.com/template.json.', '"http://x/y"'],
    ['an empty text once', 'rg-security', '""', 'azure.resourceGroup is empty. Write its value.', '""'],
    ['an absent value at its key', 'location: eastus', 'location:', 'azure.location is empty. Write text.', 'location'],
    ['a value of no shape that it may have, once', 'agentlessScanning: true', 'agentlessScanning: 3', 'plans.servers.agentlessScanning must be true, false or a group of settings, and it is the number 3. Write one.', '3'],
    ['what is wrong inside the shape that it has', 'agentlessScanning: true', 'agentlessScanning: { excludeTags: { team: 1 } }', 'plans.servers.agentlessScanning.excludeTags.team must be text, and it is the number 1. Put it in quotes.', '1', 'agentlessScanning: { excludeTags: { team: "1" } }'],
  ] as const) {
    it(`tell ${name}`, () => {
      const text = good.replace(old, bad);
      const found = lint(text, 'x.connector.yaml');
      assert.deepEqual(found.map((finding) => finding.message), [message]);
      assert.equal(text.slice(found[0]?.span.start, found[0]?.span.end), place);
      assert.equal(applyFixes(text, found), fixed ? good.replace(old, fixed) : text);
    });
  }

  it('keep the digits of an account id that is no text, in JSON too', () => {
    const text = '{ "name": "x", "account": { "id": 012345678901 } }';
    const [, finding] = lint(text, 'x.connector.json').filter(({ rule }) => rule !== 'connector/schema').toSorted((one, other) => other.rule.localeCompare(one.rule));
    assert.equal(finding?.fixes[0]?.edits[0]?.newText, '"012345678901"');
  });

  it('leave keys that are missing unsaid while the file cannot be read to its end', () => {
    const found = lint('name: x\nacc', 'x.connector.yaml');
    assert.ok(found.some(({ rule }) => rule === 'connector/syntax'));
    assert.ok(!found.some(({ message }) => message.includes('has no')));
  });
});
