import * as vscode from 'vscode';
import { connectorId } from '../../core/azure/connector-id';
import { err } from '../../core/model/result';
import type { ConnectorSummary } from '../../protocol/server-requests';
import type { AzureAccess } from '../platform/azure-access';
import type { AzureOfHealth } from './health-host';

/** Azure for the health page: what it says of the connector that a file declares. */
export function azureOfHealth(azure: AzureAccess, summaryOf: (uri: vscode.Uri) => Promise<ConnectorSummary | undefined>): AzureOfHealth & vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  let signedIn: boolean | undefined;
  const look = async () => {
    const before = signedIn;
    signedIn = await azure.isSignedIn();
    if (signedIn !== (before ?? false)) changed.fire();
  };
  const watching = azure.onDidChange(() => void look());
  return {
    // Looked at when a page first asks, not at activation; who listens is told when the answer differs.
    isSignedIn: () => {
      if (signedIn === undefined) void look();
      return signedIn ?? false;
    },
    onDidChange: changed.event,
    signIn: async () => {
      if (!(await azure.isSignedIn()) && !(await azure.signIn())) return false;
      await look();
      return true;
    },
    read: async (uri, { signal }) => {
      const summary = await summaryOf(uri);
      if (!summary?.azure) return err({ code: 'invalidInput', message: 'The connector file does not say where in Azure the connector is.', action: 'Correct the file, then read again.' });
      const { subscription, resourceGroup } = summary.azure;
      return azure.health({ subscription, resourceGroup, name: summary.name }, signal);
    },
    portalUrl: ({ azure: place, name }) =>
      place ? `https://portal.azure.com/#@${encodeURIComponent(place.tenant)}/resource${encodeURI(connectorId({ ...place, name }))}` : undefined,
    dispose: () => vscode.Disposable.from(watching, changed).dispose(),
  };
}
