import type { Sandbox } from '../start-sandbox';
import { builtInRoles } from './azure-world';
import { officialReport } from './official-report';

/** Ids that the examples name. */
const contoso = '11111111-2222-4333-8444-555555555555';
const fabrikam = '22222222-3333-4444-8555-666666666666';
const production = '66666666-7777-4888-9999-000000000000';
const audit = '88888888-9999-4aaa-8bbb-000000000002';

/** The subscription of Microsoft's published example of a health report. */
const published = 'a1efb6ca-fbc5-4782-9aaa-5c7daded1ce2';

/** What a visitor finds in Azure: two tenants, one as a guest, three subscriptions, connectors in different states of health. */
export function seedAzureDemo({ azure }: Pick<Sandbox, 'azure'>): void {
  if (!azure.world.tenants.some(({ id }) => id === contoso)) azure.tenant({ id: contoso, name: 'Contoso' });
  if (!azure.world.tenants.some(({ id }) => id === fabrikam)) azure.tenant({ id: fabrikam, name: 'Fabrikam', category: 'ProjectedBy' });
  if (!azure.world.subscriptions.has(production)) azure.subscription({ id: production, name: 'Contoso production', tenant: contoso });
  azure.subscription({ id: published, name: 'Contoso test', tenant: contoso });
  azure.subscription({ id: audit, name: 'Fabrikam audit', tenant: fabrikam, grants: [builtInRoles.reader], registration: 'NotRegistered' });
  azure.group(production, 'rg-security', 'eastus');
  azure.group(published, 'E2E-IBB0WX', 'centralus');
  azure.group(audit, 'rg-audit', 'northeurope');

  azure.connector(production, { resourceGroup: 'rg-security', name: 'contoso-organization', body: organization('210987654321', 'defender-members') });
  azure.connector(production, { resourceGroup: 'rg-security', name: 'contoso-member', body: member('345678901234', '210987654321') });
  azure.connector(published, { resourceGroup: 'E2E-IBB0WX', name: 'AwsConnectorAllOfferings', body: organization('827098768879', 'ProdStackSet') });
  azure.report(published, officialReport);
  azure.report(production, healthyReport(`/subscriptions/${production}/resourceGroups/rg-security/providers/Microsoft.Security/securityConnectors/contoso-member`, '345678901234'));
}

const role = (account: string, name: string) => ({ cloudRoleArn: `arn:aws:iam::${account}:role/${name}` });

const body = (account: string, organizationalData: Readonly<Record<string, string>>) => ({
  location: 'eastus',
  properties: {
    environmentName: 'AWS',
    hierarchyIdentifier: account,
    environmentData: { environmentType: 'AwsAccount', organizationalData, regions: [], scanInterval: 24 },
    offerings: [
      { offeringType: 'CspmMonitorAws', nativeCloudConnection: role(account, 'CspmMonitorAws') },
      { offeringType: 'DefenderForServersAws', defenderForServers: role(account, 'DefenderForCloud-DefenderForServers'), subPlan: { type: 'P2' } },
    ],
  },
});

const organization = (account: string, stacksetName: string) => body(account, { organizationMembershipType: 'Organization', stacksetName });

const member = (account: string, parentHierarchyId: string) => body(account, { organizationMembershipType: 'Member', parentHierarchyId });

/** An hour old, whenever the demo starts. */
function healthyReport(id: string, account: string) {
  const at = new Date(Date.now() - 3_600_000).toISOString();
  return {
    id: `${id}/providers/Microsoft.Security/healthReports/${officialReport.name}`,
    name: officialReport.name,
    type: officialReport.type,
    properties: {
      resourceDetails: { source: 'Aws', id },
      environmentDetails: { nativeResourceId: `arn:aws:iam::${account}`, environmentHierarchyId: account, subscriptionId: production, tenantId: contoso },
      healthDataClassification: { component: 'Connectivity', scope: 'Connectors' },
      status: { code: 'Healthy', statusChangeDate: at, firstEvaluationDate: at, lastScannedDate: at },
      affectedDefendersPlans: [],
      issues: [],
    },
  };
}
