import { isJsonObject, type JsonObject } from '../json';
import type { World } from '../world';
import type { AzureSubscription, StoredConnector } from './azure-world';

/** Some steps after a write Defender has looked into the AWS account, as far as this sandbox has it, and says what it saw. */
export function startEvaluation(world: World, subscription: AzureSubscription, connector: StoredConnector): void {
  world.clock.start(evaluation(world, subscription, connector));
}

function* evaluation(world: World, subscription: AzureSubscription, connector: StoredConnector): Generator<void, void> {
  yield;
  yield;
  // Changed or deleted meanwhile: another evaluation speaks for it, or none.
  if (![...subscription.connectors.values()].includes(connector)) return;
  const at = subscription.reports.findIndex((report) => report['id'] === reportId(connector));
  if (at >= 0) subscription.reports.splice(at, 1);
  subscription.reports.push(connectivityReport(world, subscription, connector));
}

/** Key of the connectivity report in Microsoft's published example. */
const connectivity = '909c629a-bf39-4521-8e4f-10b443a0bc02';

const reportId = ({ id }: StoredConnector) => `${id}/providers/Microsoft.Security/healthReports/${connectivity}`;

function connectivityReport(world: World, subscription: AzureSubscription, connector: StoredConnector): JsonObject {
  const account = String(objectOf(connector.body['properties'])['hierarchyIdentifier'] ?? '');
  const now = new Date().toISOString();
  const providers = [...(world.accounts.get(account)?.iam.oidcProviders.values() ?? [])];
  const connected = providers.some(({ url }) => url.includes('sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d'));
  return {
    id: reportId(connector),
    name: connectivity,
    type: 'Microsoft.Security/healthReports',
    properties: {
      resourceDetails: { source: 'Aws', id: connector.id },
      environmentDetails: { nativeResourceId: `arn:aws:iam::${account}`, environmentHierarchyId: account, subscriptionId: subscription.id, tenantId: subscription.tenant },
      healthDataClassification: { component: 'Connectivity', scope: 'Connectors' },
      status: { code: connected ? 'Healthy' : 'NotHealthy', statusChangeDate: now, firstEvaluationDate: now, lastScannedDate: now },
      affectedDefendersPlans: [],
      issues: connected ? [] : [missingProvider],
    },
  };
}

/** The name is in a published picture of the portal; its key and texts are not, so they are ours. */
const missingProvider: JsonObject = {
  issueKey: '00000000-0000-4000-8000-000000000001',
  issueName: 'Identity provider is missing or partially configured on AWS account',
  securityValues: ['Connectivity to the AWS account'],
  issueDescription: 'Defender for Cloud cannot sign in to the AWS account, because the identity provider is missing or lacks audiences.',
  remediationSteps: 'Deploy the CloudFormation template of this connector in the AWS account, and wait for the next scan.',
  remediationScript: '',
  issueAdditionalData: {},
};

const objectOf = (value: unknown): JsonObject => (isJsonObject(value) ? value : {});
