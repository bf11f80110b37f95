import assert from 'node:assert/strict';
import { importIdentifier, importTemplate, policyAsItIs, providerAsItIs, roleAsItIs } from '../../../../src/core/plan/import-template';

const wanted = {
  AWSTemplateFormatVersion: '2010-09-09',
  Description: 'wanted',
  Parameters: { Name: { Type: 'String' } },
  Resources: {
    Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: { Ref: 'Name' }, Path: { Ref: 'Where' }, Description: 'of the template' } },
    Other: { Type: 'AWS::SQS::Queue' },
  },
  Outputs: { Arn: { Value: 'x' } },
};
const scope = { body: wanted, values: { Name: 'Theirs', Where: '/ours/' } };
const trust = { Version: '2012-10-17', Statement: [] };
const role = { name: 'Theirs', arn: 'arn', path: '/', trust, maxSessionSeconds: 3600, description: 'theirs', permissionsBoundary: null, tags: { owner: 'them' } };

describe('import template', () => {
  it('names what it takes over by the primary identifier of the type, and knows no other types', () => {
    const by = (type: string) => importIdentifier({ type, identifier: 'x' });
    assert.deepEqual(by('AWS::IAM::Role'), { RoleName: 'x' });
    assert.deepEqual(by('AWS::IAM::OIDCProvider'), { Arn: 'x' });
    assert.deepEqual(by('AWS::IAM::ManagedPolicy'), { PolicyArn: 'x' });
    assert.equal(by('AWS::SQS::Queue'), undefined);
  });

  it('is the imports alone where there is no stack: no parameters, no outputs, nothing new', () => {
    const imports = [{ logicalId: 'Role', type: 'AWS::IAM::Role', identifier: 'Theirs', properties: { RoleName: 'Theirs' } }];
    assert.deepEqual(importTemplate(null, wanted, imports), {
      AWSTemplateFormatVersion: '2010-09-09',
      Description: 'wanted',
      Resources: { Role: { Type: 'AWS::IAM::Role', DeletionPolicy: 'Retain', Properties: { RoleName: 'Theirs' } } },
    });
  });

  it('is the stack as it is and the imports beside it, without the condition that left one out', () => {
    const present = {
      Description: 'present',
      Outputs: { Arn: { Value: 'y' } },
      Resources: { Own: { Type: 'AWS::SQS::Queue' }, Provider: { Type: 'AWS::IAM::OIDCProvider', Condition: 'Make' } },
    };
    const imports = [{ logicalId: 'Provider', type: 'AWS::IAM::OIDCProvider', identifier: 'arn', properties: { Url: 'u' } }];
    assert.deepEqual(importTemplate(present, wanted, imports), {
      ...present,
      Resources: { Own: { Type: 'AWS::SQS::Queue' }, Provider: { Type: 'AWS::IAM::OIDCProvider', DeletionPolicy: 'Retain', Properties: { Url: 'u' } } },
    });
  });

  it('says things as they are now, but what cannot change without a new resource as the template has it', () => {
    const inline = [{ name: 'Theirs', document: { Version: '2012-10-17' } }];
    assert.deepEqual(roleAsItIs('Role', role, { attached: [{ arn: 'policy', name: 'p', document: null }], inline }, scope), {
      RoleName: 'Theirs',
      Path: '/ours/',
      AssumeRolePolicyDocument: trust,
      ManagedPolicyArns: ['policy'],
      Policies: [{ PolicyName: 'Theirs', PolicyDocument: { Version: '2012-10-17' } }],
    });
    assert.deepEqual(roleAsItIs('Other', role, { attached: [], inline: [] }, scope), { RoleName: 'Theirs', AssumeRolePolicyDocument: trust });
    assert.deepEqual(policyAsItIs('Role', 'Theirs', { Version: 'x' }, scope), {
      ManagedPolicyName: 'Theirs', Path: '/ours/', Description: 'of the template', PolicyDocument: { Version: 'x' },
    });
    const provider = { arn: 'arn', url: 'sts', audiences: ['a'], thumbprints: ['t'], tags: { owner: 'them' } };
    assert.deepEqual(providerAsItIs('https://sts', provider), { Url: 'https://sts', ClientIdList: ['a'], ThumbprintList: ['t'] });
  });
});
