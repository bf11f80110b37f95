import assert from 'node:assert/strict';
import type { DriftReport, ResourceDrift } from '../../../../src/core/model/drift';
import type { DeletionPlan } from '../../../../src/core/plan/deletion-plan';
import { deletionText } from '../../../../src/core/report/deletion-text';
import { driftText } from '../../../../src/core/report/drift-text';

const role = (document: object, policies: readonly string[] = []) =>
  JSON.stringify({ AssumeRolePolicyDocument: { Statement: [document] }, ManagedPolicyArns: policies });
const trusted = (who: string) => ({ Effect: 'Allow', Principal: { AWS: who }, Action: 'sts:AssumeRole' });
const drifted = (more: Partial<ResourceDrift>): DriftReport => ({
  status: 'drifted',
  inSync: 2,
  resources: [{ logicalId: 'R', physicalId: 'MyRole', type: 'AWS::IAM::Role', status: 'modified', differences: [], expected: null, actual: null, ...more }],
});

describe('the report of drift', () => {
  it('tells trust and policies in words, and no property of theirs a second time', () => {
    const differences = [
      { path: '/AssumeRolePolicyDocument/Statement/0/Principal/AWS', expected: '1', actual: '2', kind: 'changed' as const },
      { path: '/MaxSessionDuration', expected: '3600', actual: '7200', kind: 'changed' as const },
    ];
    const text = driftText(drifted({ differences, expected: role(trusted('1')), actual: role(trusted('2'), ['arn:aws:iam::aws:policy/X']) }), 's');
    assert.equal(
      text,
      'Stack s has drifted: 1 of 3 compared resources differ from the template.\n\nR (AWS::IAM::Role, MyRole) was changed:\n' +
        '  - trust: Allow sts:AssumeRole by 1\n  + trust: Allow sts:AssumeRole by 2\n  + policy arn:aws:iam::aws:policy/X\n  ~ MaxSessionDuration is 7200, not 3600\n',
    );
  });

  it('says that a resource is gone, and that nothing differs', () => {
    assert.match(driftText(drifted({ status: 'deleted' }), 's'), /R \(AWS::IAM::Role, MyRole\) is gone: it was deleted outside CloudFormation\./);
    assert.equal(driftText({ status: 'inSync', inSync: 1, resources: [] }, 's'), 'Stack s is as its template says: 1 resource compared.\n');
  });

  it('keeps to the properties where AWS gives no documents that can be read', () => {
    const differences = [{ path: '/Policies/0', expected: 'a', actual: 'b', kind: 'removed' as const }];
    assert.match(driftText(drifted({ differences, expected: '{', actual: '{' }), 's'), / {2}- Policies\.0 was a\n/);
  });
});

describe('the report of a deletion', () => {
  const plan: DeletionPlan = {
    id: 'i',
    target: { profile: 'p', accountId: '123456789012', callerArn: 'arn', region: 'us-east-1', stack: 's', connectorName: 'c' },
    stackId: 'x',
    stackStatus: 'CREATE_COMPLETE',
    resources: [
      { logicalId: 'P', physicalId: 'arn:p', type: 'AWS::IAM::OIDCProvider', fate: 'retained', why: 'The template says to retain it.' },
      { logicalId: 'R', physicalId: 'role', type: 'AWS::IAM::Role', fate: 'deleted', why: null },
    ],
    notes: ['A note.'],
    obstacle: { code: 'conflict', message: 'Others use it.', action: 'Stop.' },
  };

  it('begins with what goes, then what stays, and ends with what is in the way', () => {
    const lines = deletionText(plan).split('\n');
    assert.ok(lines.indexOf('- delete AWS::IAM::Role R (role)') < lines.indexOf('= retain AWS::IAM::OIDCProvider P (arn:p): The template says to retain it.'));
    assert.ok(lines.includes('Nothing may be deleted now. Others use it. Stop.'));
    assert.ok(lines.includes('  Note      A note.'));
  });
});
