/** Quotas of IAM. Source: IAM User Guide, "IAM and STS quotas", and the IAM API model. */
export const iamLimits = {
  roleNameChars: 64,
  policyNameChars: 128,
  trustPolicyChars: 2048,
  managedPolicyChars: 6144,
  roleInlinePolicyChars: 10_240,
  managedPoliciesPerRole: 10,
  rolesPerAccount: 1000,
  managedPoliciesPerAccount: 1500,
  oidcProvidersPerAccount: 100,
  clientIdsPerProvider: 100,
  clientIdChars: 255,
  oidcUrlChars: 255,
  thumbprintsPerProvider: 5,
  thumbprintChars: 40,
} as const;
