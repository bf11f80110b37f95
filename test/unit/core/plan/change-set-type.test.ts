import assert from 'node:assert/strict';
import { changeSetType } from '../../../../src/core/plan/change-set-type';
import { isNoChange } from '../../../../src/core/plan/is-no-change';

describe('change set type', () => {
  const typeOf = (status: string | null) => {
    const type = changeSetType('demo', status);
    return type.ok ? type.value : type.error.code;
  };

  it('creates where there is nothing yet, or only a review', () => {
    for (const status of [null, 'REVIEW_IN_PROGRESS', 'DELETE_COMPLETE']) assert.equal(typeOf(status), 'create', String(status));
  });

  it('updates a stack that stands', () => {
    for (const status of ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE', 'IMPORT_COMPLETE'])
      assert.equal(typeOf(status), 'update', status);
  });

  it('stops, with what to do, where the stack takes neither', () => {
    const stuck = ['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED', 'CREATE_FAILED', 'DELETE_FAILED', 'UPDATE_FAILED', 'UPDATE_ROLLBACK_FAILED'];
    for (const status of [...stuck, 'UPDATE_IN_PROGRESS', 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'SOMETHING_NEW']) {
      const type = changeSetType('demo', status);
      assert.equal(type.ok, false, status);
      if (type.ok) continue;
      assert.equal(type.error.code, 'stackState');
      assert.match(type.error.message, new RegExp(`\\b${status}\\.`));
      assert.ok(type.error.action, status);
    }
  });
});

describe('a change set without changes', () => {
  it('is known by both of its texts', () => {
    assert.ok(isNoChange("The submitted information didn't contain changes. Submit different information to create a change set."));
    assert.ok(isNoChange('No updates are to be performed.'));
  });

  it('is no other failure', () => {
    assert.equal(isNoChange('Template error: instance of Fn::GetAtt references undefined resource X'), false);
    assert.equal(isNoChange(null), false);
  });
});
