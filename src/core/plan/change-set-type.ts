import type { Remedy } from '../model/problem';
import { err, ok, type Result } from '../model/result';

/** Which change set a stack in this status takes; a Problem where it takes none now. Null: there is no such stack. */
export function changeSetType(stack: string, status: string | null): Result<'create' | 'update'> {
  if (status === null || status === 'REVIEW_IN_PROGRESS' || status === 'DELETE_COMPLETE') return ok('create');
  if (/^(CREATE|UPDATE|IMPORT|UPDATE_ROLLBACK|IMPORT_ROLLBACK)_COMPLETE$/.test(status)) return ok('update');
  const action = status.endsWith('_IN_PROGRESS') ? 'Wait until it has ended, then try again.' : (actions[status] ?? unknownStatus);
  const remedy = remedies[status];
  return err({ code: 'stackState', message: `Stack ${stack} cannot be deployed to now: its status is ${status}.`, action, ...(remedy ? { remedy } : {}) });
}

const remedies: Readonly<Record<string, Remedy>> = {
  ROLLBACK_COMPLETE: 'deleteStack',
  ROLLBACK_FAILED: 'deleteStack',
  CREATE_FAILED: 'deleteStack',
  DELETE_FAILED: 'deleteStack',
  UPDATE_ROLLBACK_FAILED: 'continueRollback',
};

const deleteFirst =
  'Its creation failed and it can only be deleted: read its events for the cause, review the deletion of the stack (command line: delete), then try again.';
const unknownStatus = 'Look at the stack in CloudFormation.';

const actions: Readonly<Record<string, string>> = {
  ROLLBACK_COMPLETE: deleteFirst,
  ROLLBACK_FAILED: deleteFirst,
  CREATE_FAILED: deleteFirst,
  DELETE_FAILED: 'Its deletion failed: read its events for the cause, review the deletion of the stack (command line: delete), then try again.',
  UPDATE_ROLLBACK_FAILED: 'Continue the rollback of the stack (command line: continue-rollback), then try again.',
  UPDATE_FAILED: 'In CloudFormation, roll the stack back, then try again.',
  IMPORT_ROLLBACK_FAILED: 'In CloudFormation, choose "Continue update rollback" for the stack, then try again.',
};
