import assert from 'node:assert/strict';
import type { DeploymentPreview } from '../../../../src/core/plan/deployment-preview';
import type { OperationKind } from '../../../../src/core/operation/stack-operation';
import { previewSummary } from '../../../../src/core/plan/summaries';
import { toOutcome } from '../../../../src/core/plan/to-outcome';

const change = { logicalId: 'A', physicalId: null, type: '', name: null, properties: [], permissions: null, trust: null } as const;
const preview: DeploymentPreview = {
  target: {
    profile: 'p',
    accountId: '123456789012',
    callerArn: '',
    region: 'us-east-1',
    stack: 'defender',
    connectorName: 'contoso',
  },
  action: 'update',
  stackStatus: 'CREATE_COMPLETE',
  changeSetId: 'c',
  stackId: 's',
  escalations: [],
  changes: [
    { ...change, action: 'add', replacement: 'never' },
    { ...change, action: 'modify', replacement: 'always' },
    { ...change, action: 'modify', replacement: 'conditional' },
    { ...change, action: 'remove', replacement: 'never' },
  ],
  template: { bytes: 1, limit: 51_200, minified: false },
  preflight: [],
  audiencesToAdd: [],
  notes: [],
};

describe('summaries', () => {
  const end = (status: string, cancelled = false, kind: OperationKind = 'update') =>
    toOutcome({ kind, target: preview.target }, { status, outputs: [] }, { events: [], cancelled });

  it('count what a preview would do', () => {
    assert.equal(
      previewSummary(preview),
      'Updates stack defender in account 123456789012 (us-east-1): 1 to add, 1 to change, 1 to replace, 1 to remove.',
    );
    assert.match(previewSummary({ ...preview, action: 'none' }), /^Nothing to do: stack defender in account 123456789012/);
  });

  it('say how an operation ended', () => {
    assert.equal(end('UPDATE_COMPLETE').summary, 'Updated stack defender in account 123456789012 (us-east-1).');
    assert.equal(
      end('UPDATE_ROLLBACK_COMPLETE').summary,
      'Could not update stack defender in account 123456789012 (us-east-1) (UPDATE_ROLLBACK_COMPLETE).',
    );
    assert.equal(end('UPDATE_ROLLBACK_FAILED', true).result, 'failed');
    assert.equal(end('UPDATE_COMPLETE', true).result, 'succeeded');
    assert.equal(end('DELETE_COMPLETE', false, 'delete').summary, 'Deleted stack defender in account 123456789012 (us-east-1).');
    assert.equal(end('UPDATE_COMPLETE', false, 'delete').result, 'failed');
    assert.match(end('UPDATE_COMPLETE', false, 'rollBack').summary, /^Rolled back stack defender/);
    assert.equal(end('IMPORT_COMPLETE', false, 'import').summary, 'Imported, as it was, into stack defender in account 123456789012 (us-east-1).');
    assert.equal(end('IMPORT_ROLLBACK_COMPLETE', false, 'import').result, 'failed');
    assert.equal(end('IMPORT_COMPLETE', false, 'update').result, 'failed');
  });

  it('never say that something stopped which goes on', () => {
    assert.match(end('UPDATE_ROLLBACK_COMPLETE', true).summary, /^Cancelled: .* is back to what it was\.$/);
    const left = end('CREATE_IN_PROGRESS', true, 'create');
    assert.equal(left.result, 'cancelled');
    assert.match(left.summary, /not stopped: AWS goes on to create .* delete the stack when it has ended\.$/);
  });
});
