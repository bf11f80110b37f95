import type { OperationTable } from '../service-request';
import { iamLimits } from './limits';

export const accountOperations: OperationTable = {
  GetAccountSummary: ({ account: { iam } }) => ({
    SummaryMap: new Map<string, number>([
      ['Roles', iam.roles.size],
      ['RolesQuota', iamLimits.rolesPerAccount],
      ['Policies', iam.managedPolicies.size],
      ['PoliciesQuota', iamLimits.managedPoliciesPerAccount],
      ['PolicySizeQuota', iamLimits.managedPolicyChars],
      ['AttachedPoliciesPerRoleQuota', iamLimits.managedPoliciesPerRole],
      ['AssumeRolePolicySizeQuota', iamLimits.trustPolicyChars],
      ['InstanceProfiles', iam.instanceProfiles.size],
      ['InstanceProfilesQuota', iamLimits.instanceProfilesPerAccount],
      ['Providers', iam.oidcProviders.size],
      ['Users', 1],
      ['UsersQuota', iamLimits.usersPerAccount],
      ['RolePolicySizeQuota', iamLimits.roleInlinePolicyChars],
      ['VersionsPerPolicyQuota', iamLimits.versionsPerPolicy],
      ['AccountMFAEnabled', 0],
    ]),
  }),
  ListAccountAliases: ({ account }) => ({ AccountAliases: account.alias ? [account.alias] : [], IsTruncated: false }),
};
