import type { Uri } from 'vscode';
import type { ConnectorSummary } from '../../protocol/server-requests';
import type { StackLook } from '../platform/stack-look';
import type { ConnectorStore } from './connector-store';

/** Looks at so many stacks at a time: CloudFormation throttles an account that asks for more. */
const atOnce = 4;

/** Looks at the stacks of these connectors and puts what was seen into the store as it comes. */
export async function refreshLooks(
  store: Pick<ConnectorStore, 'entry' | 'setLook'>,
  uris: readonly Uri[],
  lookUp: (summary: ConnectorSummary) => Promise<StackLook | undefined>,
): Promise<void> {
  const waiting = [...uris];
  const worker = async () => {
    for (let uri = waiting.shift(); uri; uri = waiting.shift()) {
      const summary = store.entry(uri)?.summary;
      const look = summary && (await lookUp(summary));
      if (look) store.setLook(uri, look);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, uris.length) }, worker));
}
