import assert from 'node:assert/strict';
import { isRelevant } from '../../../src/extension/language/relevance';

describe('whether a document is ours', () => {
  const cases: readonly (readonly [path: string, languageId: string, head: string, ours: boolean])[] = [
    ['/w/contoso.connector.yaml', 'yaml', '', true],
    ['/w/contoso.connector.json', 'json', '', true],
    ['/w/contoso.connector.YML', 'plaintext', '', true],
    ['/w/connector.yaml', 'yaml', 'name: x', false],
    ['/w/stack.yaml', 'yaml', 'AWSTemplateFormatVersion: 2010-09-09', true],
    ['/w/stack.json', 'json', '{"Resources":{"R":{"Type":"AWS::IAM::Role"}}}', true],
    ['/w/body.json', 'json', '{"properties":{"hierarchyIdentifier": "123456789012"}}', true],
    ['/w/main.json', 'jsonc', '{"resources":[{"type":"microsoft.security/securityConnectors"}]}', true],
    ['/w/body.yaml', 'yaml', '"offeringType": x', false],
    ['/w/compose.yaml', 'yaml', 'services:\n  aws:: {}', false],
    ['/w/notes.md', 'markdown', 'AWSTemplateFormatVersion', false],
  ];
  for (const [path, languageId, head, ours] of cases) {
    it(`${path} with ${JSON.stringify(head.slice(0, 30))} is ${ours ? '' : 'not '}ours`, () => assert.equal(isRelevant({ path, languageId, head }), ours));
  }
});
