import assert from 'node:assert/strict';
import type { StackEvent } from '../../../../src/core/plan/deployment-preview';
import { firstCause } from '../../../../src/core/plan/first-cause';

const event = (logicalId: string, status: string, reason: string | null = null, type = 'AWS::IAM::Role'): StackEvent => ({
  id: `${logicalId}-${status}`,
  at: '2026-01-01T00:00:00.000Z',
  logicalId,
  physicalId: null,
  type,
  status,
  reason,
  token: null,
});

describe('first cause', () => {
  it('is the earliest failure, not the cancellations and rollbacks after it', () => {
    const cause = firstCause([
      event('RoleA', 'CREATE_IN_PROGRESS'),
      event('RoleB', 'CREATE_FAILED', 'Resource creation cancelled'),
      event('RoleA', 'CREATE_FAILED', 'CspmMonitorAws already exists.'),
      event('stack', 'ROLLBACK_IN_PROGRESS', 'The following resource(s) failed to create: [RoleA].', 'AWS::CloudFormation::Stack'),
      event('RoleC', 'DELETE_FAILED', 'Cannot delete entity, must detach all policies first.'),
    ]);
    assert.equal(cause?.logicalId, 'RoleA');
    assert.equal(cause?.reason, 'CspmMonitorAws already exists.');
    assert.equal(cause?.explanation.id, 'cfn-iam-role-exists');
  });

  it('says which permission the deployer lacks', () => {
    const reason =
      'User: arn:aws:iam::123456789012:user/dev is not authorized to perform: iam:CreateRole on resource: role CspmMonitorAws';
    const cause = firstCause([event('RoleA', 'CREATE_FAILED', reason)]);
    assert.equal(cause?.explanation.values['action'], 'iam:CreateRole');
  });

  it('is a resource rather than the stack, which only sums up', () => {
    const cause = firstCause([
      event('demo', 'UPDATE_FAILED', 'The following resource(s) failed to update: [RoleA].', 'AWS::CloudFormation::Stack'),
      event('RoleA', 'UPDATE_FAILED', 'Role name is too long'),
    ]);
    assert.equal(cause?.logicalId, 'RoleA');
  });

  it('falls back to the failure of the stack itself', () => {
    const cause = firstCause([event('demo', 'UPDATE_FAILED', 'Stack policy denies it', 'AWS::CloudFormation::Stack')]);
    assert.equal(cause?.logicalId, 'demo');
    assert.equal(cause?.explanation.id, null);
  });

  it('is nothing where nothing failed', () => {
    assert.equal(firstCause([event('RoleA', 'CREATE_COMPLETE'), event('RoleB', 'DELETE_FAILED')]), null);
  });
});
