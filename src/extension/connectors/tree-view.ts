import * as vscode from 'vscode';
import { problemText } from '../../core/model/problem-text';
import { viewIds } from '../platform/contributions';
import type { HealthStatements } from '../platform/health-statements';
import type { InventoryStore } from './azure-inventory';
import type { ConnectorStore } from './connector-store';
import { treeDataProvider, type TreeAround } from './connector-tree';
import { backgroundRefresh } from './background-refresh';
import { entryStatements } from './entry-statements';
import { healthStatus } from './health-status';
import { tellChanges } from './tell-changes';
import { treeChoices } from './tree-choices';
import { unhealthyCount } from './unhealthy-count';

export interface TreeViewHost {
  readonly store: ConnectorStore;
  readonly inventory: InventoryStore;
  readonly statements: HealthStatements;
  readonly memory: vscode.Memento;
}

export interface ConnectorTreeView extends vscode.Disposable {
  readonly visible: boolean;
  filter(): Promise<void>;
  clearFilter(): void;
  group(): Promise<void>;
}

/** The activity-bar view: what is in it, how it is filtered and grouped, and how many are not well. */
export function connectorTreeView({ store, inventory, statements, memory }: TreeViewHost): ConnectorTreeView {
  const changed = new vscode.EventEmitter<vscode.Uri | undefined>();
  const redraw = () => changed.fire(undefined);
  const choices = treeChoices(memory, redraw);
  const statementsOf = entryStatements(statements, inventory);
  let count = { shown: 0, total: 0 };

  const around: TreeAround = {
    onDidChange: changed.event,
    connectors: () => {
      inventory.need();
      return inventory.current?.connectors ?? [];
    },
    statementsOf,
    statementOf: ({ id }) => inventory.current?.statements.get(id.toLowerCase()),
    plansOf: (connector) => inventory.current?.plansOf(connector) ?? [],
    subscriptionName: (id) => inventory.current?.subscriptionName(id) ?? id,
    view: choices.current,
    onRows: (rows) => {
      count = rows;
      describe();
      status.recount();
    },
  };
  const provider = treeDataProvider(store, around);
  const view = vscode.window.createTreeView(viewIds.connectors, { treeDataProvider: provider, showCollapseAll: true });
  const status = healthStatus(view, () => unhealthyCount(store.known(), inventory.current, statementsOf));

  const describe = () => {
    view.message = messageOf(choices.current().filter, count, inventory);
  };
  const subscriptions = [
    inventory.onDidChange(() => {
      describe();
      if (inventory.isReading) return; // what is shown stays until there is more
      redraw();
      if (!view.visible) status.recount(); // a tree that is shown makes its rows anew, and tells
    }),
    statements.onDidChange((uri) => {
      status.recount();
      changed.fire(uri);
    }),
    store.onDidChange(status.recount),
    backgroundRefresh({
      inventory,
      isSeen: () => view.visible && vscode.window.state.focused,
      onDidChangeSeen: [view.onDidChangeVisibility, vscode.window.onDidChangeWindowState],
    }),
    tellChanges(inventory),
  ];

  return {
    get visible() {
      return view.visible;
    },
    filter: choices.filter,
    clearFilter: choices.clearFilter,
    group: choices.group,
    dispose: () => vscode.Disposable.from(...subscriptions, view, provider, status, changed).dispose(),
  };
}

const messageOf = (filter: string, { shown, total }: { readonly shown: number; readonly total: number }, { isReading, problem }: InventoryStore): string =>
  [
    ...(filter === '' ? [] : [`Filter "${filter}": ${shown} of ${total}.`]),
    ...(isReading ? ['Reading from Azure…'] : []),
    ...(problem && !isReading ? [problemText(problem)] : []),
  ].join(' ');
