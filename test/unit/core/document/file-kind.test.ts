import assert from 'node:assert/strict';
import { fileKind } from '../../../../src/core/document/file-kind';
import { formatOf } from '../../../../src/core/document/format-of';

const version = 'AWSTemplateFormatVersion: "2010-09-09"\n';

describe('the kind of a file', () => {
  for (const [name, text, kind] of [
    ['a.connector.yaml', '', 'connector'],
    ['dir/a.connector.yml', 'x', 'connector'],
    ['C:\\dir\\A.Connector.JSON', '{}', 'connector'],
    ['connector.yaml', 'name: x', undefined],
    ['a.yaml', version, 'template'],
    ['a.template', version, 'template'],
    ['Untitled-1', version, 'template'],
    ['a.json', '{"AWSTemplateFormatVersion":"2010-09-09"}', 'template'],
    ['a.yaml', 'Resources:\n  A:\n    Type: AWS::IAM::Role\n', 'template'],
    ['a.yaml', 'Resources:\n  A:\n    Type: Custom\n', undefined],
    ['a.md', version, undefined],
    ['a.ts', version, undefined],
    ['a.yaml', '', undefined],
  ] as const) {
    it(`of ${name} with ${JSON.stringify(text)} is ${kind}`, () => assert.equal(fileKind(name, text), kind));
  }

  it('comes with a format by its name, else by its first character', () => {
    assert.equal(formatOf('a.json', 'x: 1'), 'json');
    assert.equal(formatOf('a.yml', '{}'), 'yaml');
    assert.equal(formatOf('a.template', '\uFEFF \n{'), 'json');
    assert.equal(formatOf('a.template', 'x: 1'), 'yaml');
  });
});
