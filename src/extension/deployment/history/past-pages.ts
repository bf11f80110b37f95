import type * as vscode from 'vscode';
import type { StackOperation } from '../../../core/operation/stack-operation';
import { operationTitle } from '../../../core/operation/operation-words';
import type { DeploymentView } from '../../../protocol/deployment';
import { openDeploymentPage, type DeploymentPage, type PageHost } from '../deployment-page';
import type * as Chunk from '../journal-chunk';
import type { PageWish } from '../session-host';
import { copyOutputs } from '../shown-view';
import { connectorUri } from './connector-uri';
import type { Deployments } from './deployments';

export interface PastHost {
  readonly pageHost: PageHost;
  readonly deployments: Pick<Deployments, 'events'>;
  readonly loadChunk: () => Promise<Pick<typeof Chunk, 'toOutcome'>>;
  readonly onPageWish: (wish: PageWish, connectorUri: vscode.Uri, view: DeploymentView) => void;
}

/** Pages of operations that have ended, one each. They show and change nothing. */
export function pastPages(host: PastHost): { open(operation: StackOperation): Promise<void> } {
  const pages = new Map<string, DeploymentPage>();
  return {
    open: async (operation) => {
      const open = pages.get(operation.id);
      if (open) return open.reveal();
      const view = await pastView(host, operation);
      const uri = connectorUri(operation);
      const page = openDeploymentPage(host.pageHost, uri, operationTitle(operation));
      pages.set(operation.id, page);
      page.onClose(() => pages.delete(operation.id));
      page.onMessage((message) => {
        if (message.kind === 'copyOutputs') void copyOutputs(view);
        else if (!sessionOnly.has(message.kind)) host.onPageWish(message as PageWish, uri, view);
      });
      page.show(view);
    },
  };
}

/** Buttons that a page of the past does not have. */
const sessionOnly: ReadonlySet<string> = new Set(['ready', 'deploy', 'discard', 'cancel']);

async function pastView({ deployments, loadChunk }: PastHost, operation: StackOperation): Promise<DeploymentView> {
  const { kind, target, end } = operation;
  const events = await deployments.events(operation);
  const { toOutcome } = await loadChunk();
  const stack = { status: end?.stackStatus ?? '', outputs: end?.outputs ?? [] };
  const computed = toOutcome(operation, stack, { events, cancelled: end?.result === 'cancelled' });
  const outcome = end ? { ...computed, result: end.result, summary: end.summary } : computed;
  return { phase: 'done', connector: target.connectorName, operation: { kind, target }, outcome, events: events.slice(-500), place: null };
}

