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
];
