import type { ConnectorKey } from '../model/azure-connector';

/** The ARM id of a connector. */
export const connectorId = ({ subscription, resourceGroup, name }: ConnectorKey): string =>
  `/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.Security/securityConnectors/${name}`;

/** The names in an ARM id, in whatever case Azure spells the rest; also of what lies below a connector. */
export function connectorKeyOf(id: string): ConnectorKey | undefined {
  const found = form.exec(id);
  if (!found) return undefined;
  const [, subscription = '', resourceGroup = '', name = ''] = found;
  return { subscription, resourceGroup, name };
}

export const sameConnector = (one: ConnectorKey, other: ConnectorKey): boolean =>
  connectorId(one).toLowerCase() === connectorId(other).toLowerCase();

const form = /^\/?subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.Security\/securityConnectors\/([^/]+)/i;
