import type { Rule } from '../rule';
import { accessType } from './connector/access-type';
import { accountId } from './connector/account-id';
import { excludedAccounts } from './connector/excluded-accounts';
import { planNeeds } from './connector/plan-needs';
import { regions } from './connector/regions';
import { scanInterval } from './connector/scan-interval';
import { providerUrl } from './template/provider-url';
import { roleAudience } from './template/role-audience';
import { roleConnectorAgreement } from './template/role-connector-agreement';
import { sessionName } from './template/session-name';
import { templateSize } from './template/template-size';
import { wildcardPrincipal } from './template/wildcard-principal';
import { section } from './template/section';
import { resourceType } from './template/resource-type';
import { resourceAttribute } from './template/resource-attribute';
import { propertyName } from './template/property-name';
import { propertyType } from './template/property-type';
import { requiredProperty } from './template/required-property';
import { propertyValue } from './template/property-value';
import { undefinedReference } from './template/undefined-reference';
import { unknownAttribute } from './template/unknown-attribute';
import { undefinedCondition } from './template/undefined-condition';
import { undefinedMapping } from './template/undefined-mapping';
import { circularDependency } from './template/circular-dependency';
import { duplicateName } from './template/duplicate-name';
import { unusedParameter } from './template/unused-parameter';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  accountId,
  excludedAccounts,
  scanInterval,
  regions,
  planNeeds,
  accessType,
  providerUrl,
  roleAudience,
  sessionName,
  roleConnectorAgreement,
  wildcardPrincipal,
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
  duplicateName,
  unusedParameter,
];
