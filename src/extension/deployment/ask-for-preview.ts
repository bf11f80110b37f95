import type * as vscode from 'vscode';
import type { Problem } from '../../core/model/problem';
import { err, type Result } from '../../core/model/result';
import type { DeploymentPreview } from '../../core/plan/deployment-preview';
import { connectorSource } from './connector-source';
import type { Credentials, PreviewControl } from './deployment-chunk';
import type { SessionHost } from './session-host';

type Host = Pick<SessionHost, 'connectorUri' | 'generate' | 'backend' | 'deployments'>;

/** Finds out what would change. */
export type Ask = (host: Host, credentials: Credentials, control: PreviewControl) => Promise<Result<DeploymentPreview>>;

/** What deploying the connector would change. */
export async function askForPreview(host: Host, credentials: Credentials, control: PreviewControl): Promise<Result<DeploymentPreview>> {
  const source = await connectorSource(host.connectorUri, host.generate);
  return source ? (await host.backend()).preview(source, credentials, control) : err(missing(host.connectorUri));
}

/** What another template, of a file or of an address, would change. */
export const askForOther =
  (template: string): Ask =>
  (host, credentials, control) =>
    askForPreview(host, credentials, { ...control, template });

/** What going back to the template before the last update would change. */
export async function askForRollBack(host: Host, credentials: Credentials, control: PreviewControl): Promise<Result<DeploymentPreview>> {
  const source = await connectorSource(host.connectorUri, host.generate);
  if (!source) return err(missing(host.connectorUri));
  const journal = await host.deployments.journal();
  return journal ? (await host.backend()).rollBackPreview(source, journal, credentials, control) : err(noJournal);
}

const noJournal: Problem = {
  code: 'notFound',
  message: 'This window keeps no journal: there is nothing to go back to.',
  action: 'Open a folder, or deploy an earlier version of the template file.',
};

const missing = ({ path }: vscode.Uri): Problem => ({
  code: 'notFound',
  message: `There is no file ${path.split('/').at(-1) ?? path} any more.`,
  action: 'Save the connector file, then preview again.',
});
