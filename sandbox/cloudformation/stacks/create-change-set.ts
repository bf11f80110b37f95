import type { Process } from '../../clock';
import { sameJson } from '../../json';
import type { AccountState } from '../../world';
import { diffDeployment } from './diff-deployment';
import { withImports } from './find-imports';
import type { ChangeSet, ResourceChange, Stack } from './stack';

/** The two texts of a change set without changes; which one depends on transforms (see the aws-cdk and AWS SAM CLI sources). */
const nothingChanged =
  "The submitted information didn't contain changes. Submit different information to create a change set.";
const nothingChangedAfterTransform = 'No updates are to be performed.';

/** Works out the changes: pending, in progress, then there or failed. */
export function* createChangeSet(account: AccountState, stack: Stack, changeSet: ChangeSet): Process {
  changeSet.status = 'CREATE_IN_PROGRESS';
  yield;
  const changes = diffDeployment(stack, changeSet.deployment);
  changeSet.changes = changeSet.importExisting ? withImports(account, changes) : changes;
  const { template, tags } = changeSet.deployment;
  const lost = changeSet.changes.filter(({ action, logicalId }) => action === 'Import' && !isRetained(changeSet, logicalId));
  if (lost.length > 0) {
    changeSet.status = 'FAILED';
    changeSet.reason = notRetained(lost);
    return;
  }
  const isEmpty = changeSet.changes.length === 0 && (changeSet.type === 'CREATE' || sameJson(stack.deployment?.tags, tags));
  if (isEmpty) {
    changeSet.status = 'FAILED';
    changeSet.reason = template.transforms.length > 0 ? nothingChangedAfterTransform : nothingChanged;
    return;
  }
  changeSet.status = 'CREATE_COMPLETE';
  changeSet.executionStatus = 'AVAILABLE';
}

const isRetained = ({ deployment }: ChangeSet, logicalId: string): boolean =>
  deployment.template.resources.get(logicalId)?.deletionPolicy.startsWith('Retain') ?? false;

/** Text: as a public report quotes it (aws/aws-cdk-cli pull request 1367). */
const notRetained = (changes: readonly ResourceChange[]): string =>
  "CloudFormation is attempting to import some resources because they already exist in your account. The resources must have the DeletionPolicy attribute set to 'Retain' or 'RetainExceptOnCreate' in the template for successful import. " +
  `The affected resources are ${changes.map(({ logicalId, physicalId }) => `${logicalId} (${physicalId})`).join(', ')}`;

/** Follows the stack while a change set is carried out and notes how it ended. */
export function* followExecution(stack: Stack, changeSet: ChangeSet): Process {
  while (stack.status.endsWith('_IN_PROGRESS')) yield;
  const succeeded = stack.status === 'CREATE_COMPLETE' || stack.status === 'UPDATE_COMPLETE';
  changeSet.executionStatus = succeeded ? 'EXECUTE_COMPLETE' : 'EXECUTE_FAILED';
}
