import assert from 'node:assert/strict';
import { countResources } from '../../../../src/core/plan/progress';

const stackId = 'arn:aws:cloudformation:us-east-1:123456789012:stack/demo/1';
const event = (logicalId: string, status: string, physicalId: string | null = null) => ({
  id: `${logicalId}-${status}`,
  at: '',
  logicalId,
  physicalId,
  type: '',
  status,
  reason: null,
  token: null,
});

describe('progress', () => {
  it('counts each resource that has come to an end once, and never the stack itself', () => {
    const events = [
      event('demo', 'CREATE_IN_PROGRESS', stackId),
      event('A', 'CREATE_IN_PROGRESS'),
      event('A', 'CREATE_COMPLETE'),
      event('B', 'CREATE_FAILED'),
      event('A', 'DELETE_COMPLETE'),
      event('demo', 'CREATE_COMPLETE', stackId),
    ];
    assert.deepEqual(countResources(events, { stackId, planned: 3 }), { done: 1, total: 3 });
  });

  it('never shows more done than there are', () => {
    const events = ['A', 'B', 'C'].map((id) => event(id, 'UPDATE_COMPLETE'));
    assert.deepEqual(countResources(events, { stackId, planned: 2 }), { done: 3, total: 3 });
  });
});
