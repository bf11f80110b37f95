import type { Process } from '../../clock';
import { sameJson } from '../../json';
import type { AccountState } from '../../world';
import { diffDeployment } from './diff-deployment';
import { failedImport, importChanges } from './import-changes';
import type { ChangeSet, Stack } from './stack';

/** The two texts of a change set without changes; which one depends on transforms (see the aws-cdk and AWS SAM CLI sources). */
const nothingChanged =
  "The submitted information didn't contain changes. Submit different information to create a change set.";
const nothingChangedAfterTransform = 'No updates are to be performed.';

/** Works out the changes: pending, in progress, then there or failed. */
export function* createChangeSet(account: AccountState, stack: Stack, changeSet: ChangeSet): Process {
  changeSet.status = 'CREATE_IN_PROGRESS';
  yield;
  const reason = failedImport(account, changeSet);
  if (reason !== undefined) {
    changeSet.status = 'FAILED';
    changeSet.reason = reason;
    return;
  }
  const { template, tags } = changeSet.deployment;
  const changes = diffDeployment(stack, changeSet.deployment);
  changeSet.changes = changeSet.type === 'IMPORT' ? importChanges(changes, changeSet.imports) : changes;
  const isEmpty = changeSet.changes.length === 0 && (changeSet.type === 'CREATE' || sameJson(stack.deployment?.tags, tags));
  if (isEmpty) {
    changeSet.status = 'FAILED';
    changeSet.reason = template.transforms.length > 0 ? nothingChangedAfterTransform : nothingChanged;
    return;
  }
  changeSet.status = 'CREATE_COMPLETE';
  changeSet.executionStatus = 'AVAILABLE';
}

/** Follows the stack while a change set is carried out and notes how it ended. */
export function* followExecution(stack: Stack, changeSet: ChangeSet): Process {
  while (stack.status.endsWith('_IN_PROGRESS')) yield;
  const succeeded = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'IMPORT_COMPLETE'].includes(stack.status);
  changeSet.executionStatus = succeeded ? 'EXECUTE_COMPLETE' : 'EXECUTE_FAILED';
}
