import type * as vscode from 'vscode';
import type { ConnectorSummary } from '../../protocol/server-requests';
import type { ConnectorArgument } from '../platform/contributions';
import { generatedDocuments } from '../platform/generated-documents';
import type { CommandRegistrar } from '../platform/register-command';
import { requireTrust } from '../platform/trust';
import type { CredentialChoices } from './credentials-for';
import type * as Chunk from './deployment-chunk';
import type { OnConnector } from './deployment-commands';
import type { LoadSessions } from './load-sessions';

export interface StackCareHost {
  readonly log: vscode.LogOutputChannel;
  readonly register: CommandRegistrar;
  readonly choices: Pick<CredentialChoices, 'need' | 'chooseAny'>;
  readonly regions: () => Promise<readonly { readonly code: string; readonly name: string | null }[]>;
  readonly describe: (uri: vscode.Uri) => Promise<ConnectorSummary | undefined>;
  readonly isTrusted: () => boolean;
  readonly loadSessions: LoadSessions;
  readonly loadChunk: () => Promise<typeof Chunk>;
  readonly whenTrusted: (purpose: string, run: OnConnector) => (argument: ConnectorArgument) => Promise<void>;
}

const load = () => import('./stack-care');

/** Commands that look after a stack that is there. What they change is shown first, and asked for natively. */
export function stackCareCommands(host: StackCareHost): readonly vscode.Disposable[] {
  const documents = generatedDocuments('defender-connectors-report');
  const care = { ...host, documents };
  const { register, whenTrusted } = host;
  return [
    documents,
    register('defenderConnectors.requireTls', async () => {
      if (requireTrust('Requiring TLS', host.isTrusted)) await (await import('./account-care')).requireTls(host, documents);
    }),
    register('defenderConnectors.checkDrift', whenTrusted('A look for drift', async (_uri, connector) => (await load()).checkDrift(care, connector))),
    register('defenderConnectors.deleteStack', whenTrusted('A deletion', async (uri, connector) => (await load()).deleteStack(care, uri, connector))),
    register('defenderConnectors.continueRollback', whenTrusted('A rollback', async (uri, connector) => (await load()).continueRollback(care, uri, connector))),
    register('defenderConnectors.rollBackStack', whenTrusted('A roll back', async (uri, connector) => (await host.loadSessions()).startRollBack(uri, connector))),
  ];
}
