import type { HealthPort } from '../../app/azure-ports';
import { connectorId } from '../../core/azure/connector-id';
import { readHealthReport, sharedTexts } from '../../core/azure/read-health-report';
import type { Json } from '../../core/model/json';
import { apiVersions } from './api-versions';
import type { ArmClient } from './arm-client';
import { readPages } from './pages';
import { readGraph } from './resource-graph';

export const healthPort = (arm: ArmClient): HealthPort => {
  const list = (scope: string, doing: string, signal: AbortSignal | undefined) =>
    readPages(arm, { doing, path: `${encodeURI(scope)}/providers/Microsoft.Security/healthReports`, apiVersion: apiVersions.healthReports, signal }, reader());
  return {
    ofConnector: (key, signal) => list(connectorId(key), `read the health of connector ${key.name}`, signal),
    ofSubscription: (subscription, signal) => list(`/subscriptions/${subscription}`, `read the health reports of subscription ${subscription}`, signal),
    search: (subscriptions, signal) => readGraph(arm, { doing: 'search for health reports', query: searchQuery, subscriptions, pageSize: 400, signal }, reader()),
  };
};

/** Texts are shared within one reading, and no longer. */
function reader() {
  const share = sharedTexts();
  return (value: Json) => readHealthReport(value, share);
}

const searchQuery = [
  'securityresources',
  "where type =~ 'microsoft.security/healthreports'",
  "where properties.healthDataClassification.scope =~ 'Connectors'",
  'project id, name, properties',
  'order by id asc',
].join(' | ');
