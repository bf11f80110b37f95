import * as vscode from 'vscode';
import type { Problem } from '../../core/model/problem';
import type { HealthConnector, HealthOffer } from '../../protocol/health';
import { connectorHealthOf } from '../platform/connector-health-of';
import { type HealthHost, nameOf } from './health-host';
import type { HealthSessionHost, LookControl } from './health-session';


/** The health of one connector file, from what the window knows of it and may look at. */
export function sessionHost(host: HealthHost, uri: vscode.Uri): Omit<HealthSessionHost, 'openPage' | 'onBug'> {
  const { statements, azure, known } = host;
  return {
    key: uri.toString(),
    connector: () => connectorOf(host, uri),
    health: () => connectorHealthOf({ ...known(uri), statements: statements.of(uri), now: Date.now() }),
    offers: () => offersOf(host, uri),
    fixOf: (issue) => host.fixOf(uri, issue),
    look: (what, control) => look(host, uri, what, control),
    open: (what) => (what === 'openFile' ? vscode.window.showTextDocument(uri) : openPortal(azure.portalUrl, known(uri).summary)),
  };
}

function connectorOf(host: HealthHost, uri: vscode.Uri): HealthConnector {
  const { summary } = host.known(uri);
  const place = summary?.azure ? `${summary.azure.resourceGroup} in subscription ${summary.azure.subscription}` : null;
  return { name: nameOf(host, uri), accountId: summary?.accountId ?? null, accountType: summary?.accountType ?? null, place };
}

/** The first is what one would do first. */
function offersOf({ azure, known, isTrusted }: HealthHost, uri: vscode.Uri): readonly HealthOffer[] {
  const { summary } = known(uri);
  return [
    ...(isTrusted() ? (['verify', azure.isSignedIn() ? 'readAzure' : 'signIn'] as const) : []),
    'openFile',
    ...(summary && azure.portalUrl(summary) !== undefined ? (['openPortal'] as const) : []),
  ];
}

async function look(host: HealthHost, uri: vscode.Uri, what: 'verify' | 'readAzure' | 'signIn', control: LookControl): Promise<Problem | undefined> {
  if (what === 'signIn' && !(await host.azure.signIn())) return undefined;
  const take = what === 'verify' ? host.verify : host.azure.read;
  const result = await take(uri, control);
  if (!result.ok) return result.error;
  host.statements.remember(uri, result.value);
  if (what === 'verify') await host.lookAtStack(uri);
  return undefined;
}

async function openPortal(portalUrl: HealthHost['azure']['portalUrl'], summary: Parameters<typeof portalUrl>[0] | undefined): Promise<void> {
  const address = summary && portalUrl(summary);
  if (address !== undefined) await vscode.env.openExternal(vscode.Uri.parse(address, true));
}
