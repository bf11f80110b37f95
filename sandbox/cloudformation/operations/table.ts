import type { OperationTable } from '../../service-request';
import { changeSetOperations } from './change-sets';
import { changeStackOperations } from './change-stacks';
import { driftOperations } from './drift';
import { readStackOperations } from './read-stacks';
import { stackSetOperations } from './stack-sets';
import { templateOperations } from './templates';

export const cloudFormationOperations: OperationTable = {
  ...templateOperations,
  ...changeStackOperations,
  ...changeSetOperations,
  ...readStackOperations,
  ...driftOperations,
  ...stackSetOperations,
};
