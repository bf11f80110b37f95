import type { Rule } from '../rule';
import { armAccountId } from './arm/account-id';
import { apiVersion } from './arm/api-version';
import { classicConnector } from './arm/classic-connector';
import { connectorAgreement } from './arm/connector-agreement';
import { duplicateOffering } from './arm/duplicate-offering';
import { knownValue } from './arm/known-value';
import { armNationalCloud } from './arm/national-cloud';
import { oneScanner } from './arm/one-scanner';
import { planOrder } from './arm/plan-order';
import { organizationalData } from './arm/organizational-data';
import { armPlanNeeds } from './arm/plan-needs';
import { armPropertyType } from './arm/property-type';
import { propertyVersion } from './arm/property-version';
import { readOnly } from './arm/read-only';
import { armRegions } from './arm/regions';
import { required } from './arm/required';
import { roleArn } from './arm/role-arn';
import { roleName } from './arm/role-name';
import { armScanInterval } from './arm/scan-interval';
import { subPlan } from './arm/sub-plan';
import { unknownProperty } from './arm/unknown-property';
import { accessType } from './connector/access-type';
import { accountId } from './connector/account-id';
import { arcEffects } from './connector/arc-effects';
import { ciemIdentities } from './connector/ciem-identities';
import { databaseEffects } from './connector/database-effects';
import { nationalCloud } from './connector/national-cloud';
import { stackSet } from './connector/stack-set';
import { templateSource } from './connector/template-source';
import { excludedAccounts } from './connector/excluded-accounts';
import { planNeeds } from './connector/plan-needs';
import { regions } from './connector/regions';
import { scanInterval } from './connector/scan-interval';
import { roleNames } from './connector/role-names';
import { providerUrl } from './template/provider-url';
import { roleAudience } from './template/role-audience';
import { roleConnectorAgreement } from './template/role-connector-agreement';
import { sessionName } from './template/session-name';
import { templateSize } from './template/template-size';
import { wildcardPrincipal } from './template/wildcard-principal';
import { policyOperator } from './template/policy-operator';
import { templateRoleName } from './template/role-name';
import { passRole } from './template/pass-role';
import { billingDeny } from './template/billing-deny';
import { policyArn } from './template/policy-arn';
import { policySize } from './template/policy-size';
import { permissionScope } from './template/permission-scope';
import { resourceService } from './template/resource-service';
import { duplicateAction } from './template/duplicate-action';
import { actionName } from './template/action-name';
import { roleExcess } from './template/role-excess';
import { rolePermissions } from './template/role-permissions';
import { providerMissing } from './template/provider-missing';
import { providerClientIds } from './template/provider-client-ids';
import { classicRole } from './template/classic-role';
import { trustDeny } from './template/trust-deny';
import { trustCondition } from './template/trust-condition';
import { trustAction } from './template/trust-action';
import { trustPrincipal } from './template/trust-principal';
import { trustOperator } from './template/trust-operator';
import { circularDependency } from './template/circular-dependency';
import { conditionalReference } from './template/conditional-reference';
import { duplicateName } from './template/duplicate-name';
import { madeForConnector } from './template/made-for-connector';
import { propertyName } from './template/property-name';
import { propertyType } from './template/property-type';
import { propertyValue } from './template/property-value';
import { requiredProperty } from './template/required-property';
import { resourceAttribute } from './template/resource-attribute';
import { resourceType } from './template/resource-type';
import { section } from './template/section';
import { undefinedCondition } from './template/undefined-condition';
import { undefinedMapping } from './template/undefined-mapping';
import { undefinedReference } from './template/undefined-reference';
import { unknownAttribute } from './template/unknown-attribute';
import { unusedParameter } from './template/unused-parameter';
import { parameter } from './template/parameter';
import { parameterDefault } from './template/parameter-default';
import { logicalId } from './template/logical-id';
import { duplicateResource } from './template/duplicate-resource';
import { policyElement } from './template/policy-element';
import { policyVersion } from './template/policy-version';
import { lambdaRuntime } from './template/lambda-runtime';
import { scriptRuntime } from './template/script-runtime';
import { limits } from './template/limits';
import { stackSetRegions } from './template/stack-set-regions';
import { stackSetContents } from './template/stack-set-contents';
import { stackSetAutoDeployment } from './template/stack-set-auto-deployment';
import { stackSetAdministrator } from './template/stack-set-administrator';
import { stackSetCapabilities } from './template/stack-set-capabilities';
import { rawDelivery } from './template/raw-delivery';
import { queuePolicy } from './template/queue-policy';
import { sharedQueue } from './template/shared-queue';
import { bucketPolicy } from './template/bucket-policy';
import { arnSpace } from './template/arn-space';
import { sensorEndpoint } from './template/sensor-endpoint';
import { clusterAccess } from './template/cluster-access';
import { clusterEndpoint } from './template/cluster-endpoint';
import { clusterLogs } from './template/cluster-logs';
import { clusterExcluded } from './template/cluster-excluded';
import { databaseBackup } from './template/database-backup';
import { trailEvents } from './template/trail-events';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  accountId,
  excludedAccounts,
  scanInterval,
  regions,
  planNeeds,
  accessType,
  stackSet,
  templateSource,
  nationalCloud,
  arcEffects,
  databaseEffects,
  ciemIdentities,
  roleNames,
  providerUrl,
  roleAudience,
  sessionName,
  roleConnectorAgreement,
  madeForConnector,
  wildcardPrincipal,
  policyOperator,
  templateRoleName,
  passRole,
  billingDeny,
  policyArn,
  policySize,
  permissionScope,
  resourceService,
  duplicateAction,
  actionName,
  roleExcess,
  rolePermissions,
  providerMissing,
  providerClientIds,
  classicRole,
  trustDeny,
  trustCondition,
  trustAction,
  trustPrincipal,
  trustOperator,
  templateSize,
  section,
  resourceType,
  resourceAttribute,
  propertyName,
  propertyType,
  requiredProperty,
  propertyValue,
  undefinedReference,
  unknownAttribute,
  undefinedCondition,
  undefinedMapping,
  circularDependency,
  conditionalReference,
  duplicateName,
  unusedParameter,
  apiVersion,
  classicConnector,
  required,
  armAccountId,
  organizationalData,
  armScanInterval,
  armRegions,
  armNationalCloud,
  propertyVersion,
  unknownProperty,
  armPropertyType,
  subPlan,
  knownValue,
  readOnly,
  duplicateOffering,
  armPlanNeeds,
  oneScanner,
  planOrder,
  roleArn,
  roleName,
  connectorAgreement,
  parameter,
  parameterDefault,
  logicalId,
  duplicateResource,
  policyElement,
  policyVersion,
  lambdaRuntime,
  scriptRuntime,
  limits,
  stackSetRegions,
  stackSetContents,
  stackSetAutoDeployment,
  stackSetAdministrator,
  stackSetCapabilities,
  rawDelivery,
  queuePolicy,
  sharedQueue,
  bucketPolicy,
  arnSpace,
  sensorEndpoint,
  clusterAccess,
  clusterEndpoint,
  clusterLogs,
  clusterExcluded,
  databaseBackup,
  trailEvents,
];
