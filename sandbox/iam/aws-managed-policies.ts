import type { JsonObject } from '../json';

/**
 * AWS's own managed policies that the sandbox knows to exist, by path and name.
 * Source: AWS Managed Policy Reference. Their documents are AWS's and are not kept here.
 */
export const awsManagedPolicies: readonly string[] = [
  'AdministratorAccess',
  'AmazonEC2ContainerRegistryPowerUser',
  'AmazonEC2ContainerRegistryReadOnly',
  'AmazonElasticContainerRegistryPublicPowerUser',
  'AmazonElasticContainerRegistryPublicReadOnly',
  'AmazonS3ReadOnlyAccess',
  'AmazonSSMManagedInstanceCore',
  'AmazonSSMPatchAssociation',
  'IAMReadOnlyAccess',
  'PowerUserAccess',
  'ReadOnlyAccess',
  'SecurityAudit',
  'job-function/ViewOnlyAccess',
  'service-role/AWSLambdaBasicExecutionRole',
  'service-role/AmazonSSMAutomationRole',
];

export const awsManagedPolicyPath = (arn: string): string | undefined => {
  const name = /^arn:aws:iam::aws:policy\/(.+)$/.exec(arn)?.[1];
  return awsManagedPolicies.find((known) => known === name);
};

/**
 * What the policy simulator takes for the document of one of these: administrators may all, the others read.
 * It is rough on purpose: enough to tell a role that can read from one that cannot.
 */
export const roughDocument = (path: string): JsonObject => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: path === 'AdministratorAccess' ? '*' : ['*:Describe*', '*:Get*', '*:List*'], Resource: '*' }],
});
