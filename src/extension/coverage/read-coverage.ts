import * as vscode from 'vscode';
import type { Coverage } from '../../core/coverage/coverage';
import type { CoveringConnector } from '../../core/coverage/covering-connector';
import type { Problem } from '../../core/model/problem';
import type { CoverageView } from '../../protocol/coverage';
import type { AzureAccess } from '../platform/azure-access';
import { findConnectorFiles } from '../platform/pick-connector';
import { readTextFile } from '../platform/read-text-file';
import type * as Covering from './covering';

export interface CoverageRead {
  readonly coverage: Coverage;
  readonly azure: CoverageView['azure'];
  readonly problem: Problem | null;
  readonly subscriptions: CoverageView['subscriptions'];
}

/** Reads the connector files of the workspace and, signed in, what Azure has. */
export async function readCoverage(azure: AzureAccess, chunk: typeof Covering): Promise<CoverageRead> {
  const [files, inAzure] = await Promise.all([fromFiles(chunk), fromAzure(azure)]);
  const coverage = chunk.coverage(files, inAzure.connectors);
  const ids = [...new Set(coverage.accounts.flatMap(({ connectors }) => connectors.map(({ subscription }) => subscription)))];
  const subscriptions = ids.map((id) => ({ id, name: inAzure.nameOf(id) })).sort((one, other) => one.name.localeCompare(other.name));
  return { coverage, azure: inAzure.state, problem: inAzure.problem, subscriptions };
}

/** A file at a time, with a pause after each: the window goes on answering while many are read. */
async function fromFiles({ fromFile }: typeof Covering): Promise<readonly CoveringConnector[]> {
  const connectors: CoveringConnector[] = [];
  for (const uri of await findConnectorFiles()) {
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    const text = open?.getText() ?? (await readTextFile(uri));
    const connector = text === undefined ? undefined : fromFile(uri.fsPath, text);
    if (connector) connectors.push(connector);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return connectors;
}

async function fromAzure(azure: AzureAccess) {
  const none = { connectors: [], problem: null, nameOf: (id: string) => id };
  if (!(await azure.isSignedIn())) return { ...none, state: 'signedOut' as const };
  const read = await azure.inventory();
  if (!read.ok) return { ...none, state: 'failed' as const, problem: read.error };
  const { connectors, refused, subscriptionName } = read.value;
  return { connectors, state: 'read' as const, problem: refused[0]?.problem ?? null, nameOf: subscriptionName };
}
