import assert from 'node:assert/strict';
import { resourceLine } from '../../../../src/core/plan/resource-line';

describe('the line of a resource', () => {
  it('is found in YAML and in JSON, whatever the name of the file', () => {
    const yaml = 'Parameters:\n  Role: {Type: String}\nResources:\n  # first\n  Role:\n    Type: AWS::IAM::Role\n';
    assert.equal(resourceLine('t.yaml', yaml, 'Role'), 5);
    assert.equal(resourceLine('t.template.json', '{\n "Resources": {\n  "A": {},\n  "Role": {"Type": "AWS::IAM::Role"}\n }\n}', 'Role'), 4);
  });

  it('is nothing where the template has no such resource, or is none', () => {
    assert.equal(resourceLine('t.yaml', 'Resources: {A: {}}', 'constructor'), null);
    assert.equal(resourceLine('t.json', '{{{', 'A'), null);
  });
});
