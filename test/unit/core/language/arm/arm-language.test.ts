import assert from 'node:assert/strict';
import { readDocument } from '../../../../../src/core/document/read-document';
import { armCompletionsAt } from '../../../../../src/core/language/arm/arm-completion';
import { hoverAt } from '../../../../../src/core/language/hover';
import { applyEdits } from '../../../../../src/core/lint/apply-fixes';
import { lint } from '../../../../../src/core/lint/lint';

const body = (inEnvironment: string, offerings: string, apiVersion = '2024-08-01-preview') => `{
  "type": "Microsoft.Security/securityConnectors",
  "apiVersion": "${apiVersion}",
  "name": "contoso",
  "location": "eastus",
  "properties": {
    "hierarchyIdentifier": "123456789012",
    "environmentName": "AWS",
    "environmentData": { "environmentType": "AwsAccount"${inEnvironment} },
    "offerings": [{ "offeringType": "CspmMonitorAws" }${offerings}]
  }
}`;

/** `|` in the text is the cursor. */
const complete = (marked: string) => armCompletionsAt(readDocument(marked.replace('|', ''), 'json'), marked.indexOf('|'));
const labels = (marked: string) => complete(marked).map(({ label }) => label);

function taken(marked: string, label: string): string {
  const offer = complete(marked).find((one) => one.label === label);
  assert.ok(offer, `${label} in ${labels(marked).join(', ')}`);
  return applyEdits(marked.replace('|', ''), [{ span: offer.span, newText: offer.plainText }]);
}

describe('completion in a connector in Azure', () => {
  it('offers the fields that a place has in its api-version, and none that only Azure fills in', () => {
    assert.deepEqual(labels(body(', |', '')), ['organizationalData', 'regions', 'scanInterval']);
    assert.deepEqual(labels(body(', |', '', '2023-03-01-preview')), ['organizationalData', 'regions']);
    assert.deepEqual(labels(body(', "organizationalData": { | }', '')), ['organizationMembershipType']);
    assert.deepEqual(labels(body(', "organizationalData": { "organizationMembershipType": "Member", | }', '')), ['parentHierarchyId']);
    assert.ok(labels(body('', ', { "offeringType": "DefenderForServersAws", | }')).includes('vmScanners'));
    assert.ok(!labels(body('', ', { "offeringType": "DefenderForServersAws", | }')).includes('description'));
    assert.deepEqual(labels(body('', ', { | }')), ['offeringType']);
  });

  it('offers offerings that are not there yet, enums, regions, intervals and roles of the account', () => {
    assert.deepEqual(labels(body('', ', { "offeringType": "|" }')), ['DefenderCspmAws', 'DefenderForContainersAws', 'DefenderForDatabasesAws', 'DefenderForServersAws']);
    assert.deepEqual(labels(body('', '').replace('"AwsAccount"', '"|"')), ['AwsAccount']);
    assert.deepEqual(labels(body('', ', { "offeringType": "DefenderForServersAws", "subPlan": { "type": "|" } }')), ['P1', 'P2']);
    assert.ok(labels(body(', "regions": ["|"]', '')).includes('eu-central-1'));
    assert.deepEqual(labels(body(', "scanInterval": |', '')), ['4', '6', '12', '24']);
    assert.deepEqual(labels(body('', ', { "offeringType": "DefenderForServersAws", "defenderForServers": { "cloudRoleArn": "|" } }')), ['arn:aws:iam::123456789012:role/DefenderForCloud-DefenderForServers']);
    assert.deepEqual(labels(body('', '').replace('"2024-08-01-preview"', '"|"')).slice(0, 2), ['2026-08-01-preview', '2024-08-01-preview']);
  });

  it('writes what the linter takes', () => {
    const marked = body(', "scanInterval": |', '');
    assert.ok(taken(marked, '12').includes('"scanInterval": 12 }'));
    assert.ok(!lint(taken(marked, '12'), 'x.json').some(({ rule }) => rule === 'arm/scan-interval' || rule === 'arm/syntax'));
    assert.ok(taken(body('', ', { "offeringType": "|" }'), 'DefenderCspmAws').includes('{ "offeringType": "DefenderCspmAws" }'));
  });

  it('offers the same in an ARM template and in a list, and nothing in other resources', () => {
    const inside = body(', |', '');
    for (const whole of [`{ "resources": [{ "type": "a" }, ${inside}] }`, `{ "value": [${inside}] }`]) assert.deepEqual(labels(whole), ['organizationalData', 'regions', 'scanInterval']);
    assert.deepEqual(labels('{ "resources": [{ "type": "Microsoft.Storage/storageAccounts", "properties": { | } }] }'), []);
  });
});

describe('hover in a connector in Azure', () => {
  const hover = (text: string, part: string) => hoverAt(readDocument(text, 'json'), 'arm', text.indexOf(part) + 2)?.markdown ?? '';
  const text = body(', "regions": ["us-east-1"], "scanInterval": 12', ', { "offeringType": "DefenderForServersAws", "subPlan": { "type": "P2" }, "defenderForServers": { "cloudRoleArn": "arn:aws:iam::123456789012:role/Own" } }');

  it('tells of a field what the specification says, with source and date', () => {
    assert.match(hover(text, 'scanInterval'), /^\*\*scanInterval\*\* \(whole number\)\n\nSince api-version 2023-10-01-preview[^]*Allowed hours: 4, 6, 12, 24[^]*Checked 2026/);
    assert.match(hover(text, 'environmentName'), /Known values: `Azure`, `AWS`[^]*Before api-version 2021-12-01-preview it is `cloudName`/);
  });

  it('tells of a value what the catalog knows: a plan, a region, the role that a feature uses', () => {
    assert.match(hover(text, 'DefenderForServersAws'), /^\*\*Defender for Servers\*\*/);
    assert.match(hover(text, 'us-east-1'), /N\. Virginia/);
    assert.match(hover(text, 'cloudRoleArn'), /Role id: `defenderForServers`/);
  });
});
