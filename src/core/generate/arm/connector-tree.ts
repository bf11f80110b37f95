import type { ArmTree } from '../../model/arm-body';
import type { Account, Connector } from '../../model/connector';
import { defined, type JsonObject } from '../../model/json';
import { offerings } from './offerings';
import { roleArn } from './role-arn';

/** All that a connector says to Azure, without what its file keeps for Azure. */
export const connectorTree = (connector: Connector): ArmTree => ({
  location: connector.azure.location,
  properties: {
    hierarchyIdentifier: connector.account.id,
    environmentName: 'AWS',
    environmentData: defined({
      environmentType: 'AwsAccount',
      organizationalData: organizationalData(connector.account),
      // "All regions" is an empty list: real answers of Azure hold one where the portal chose all (inferred from
      // them: the specification only says "list of regions to scan").
      regions: connector.regions === 'all' ? [] : connector.regions,
      scanInterval: connector.scanIntervalHours,
    }),
    offerings: offerings(connector.plans, (roleId) => roleArn(connector, roleId)),
  },
});

/** The same with every setting that has a default at its default. */
export const defaultTree = (connector: Connector): ArmTree => {
  const { id, type } = connector.account;
  return connectorTree({ ...connector, account: { id, type, excluded: [] }, regions: 'all', scanIntervalHours: 12, roles: {} });
};

/** Azure marks the management account; an account on its own has no mark. */
const organizationalData = ({ type, excluded, stackSet }: Account): JsonObject | undefined =>
  type === 'single'
    ? undefined
    : defined({
        organizationMembershipType: 'Organization',
        stacksetName: stackSet,
        excludedAccountIds: excluded.length > 0 ? excluded : undefined,
      });
