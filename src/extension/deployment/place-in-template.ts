import * as vscode from 'vscode';
import type { TemplatePlace } from '../../protocol/deployment';
import type { ConnectorSummary } from '../../protocol/server-requests';
import { readTextFile } from '../platform/read-text-file';
import { templateUri } from '../platform/template-uri';
import type { DeploymentBackend } from './session-host';

export interface PlaceHost {
  readonly describe: (uri: vscode.Uri) => Promise<ConnectorSummary | undefined>;
  readonly loadChunk: () => Promise<Pick<DeploymentBackend, 'resourceLine'>>;
}

/** Where a resource stands in the connector's template file; null when there is no file, or not this resource. */
export async function placeInTemplate({ describe, loadChunk }: PlaceHost, connectorUri: vscode.Uri, logicalId: string): Promise<TemplatePlace | null> {
  const uri = templateUri(connectorUri, await describe(connectorUri));
  const text = uri && (await readTextFile(uri));
  if (!uri || text === undefined) return null;
  const line = (await loadChunk()).resourceLine(uri.path, text, logicalId);
  return line === null ? null : { file: uri.path.split('/').at(-1) ?? '', line };
}
