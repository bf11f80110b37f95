import type { OperationTable } from '../service-request';
import { accountOperations } from './account-operations';
import { oidcOperations } from './oidc-operations';
import { policyOperations } from './policy-operations';
import { roleOperations } from './role-operations';
import { simulationOperations } from './simulation-operations';

export const iamOperations: OperationTable = {
  ...roleOperations,
  ...policyOperations,
  ...oidcOperations,
  ...accountOperations,
  ...simulationOperations,
};
