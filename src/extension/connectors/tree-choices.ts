import * as vscode from 'vscode';
import { groupings, type Grouping } from './connector-rows';

/** How the user wants the list: a filter for this window, and groups for this workspace. */
export interface TreeChoices {
  readonly current: () => { readonly filter: string; readonly grouping: Grouping };
  readonly filter: () => Promise<void>;
  readonly clearFilter: () => void;
  readonly group: () => Promise<void>;
}

const groupingKey = 'connectors.grouping';

export function treeChoices(memory: vscode.Memento, redraw: () => void): TreeChoices {
  let filter = '';
  let grouping = toGrouping(memory.get<unknown>(groupingKey));
  const setFilter = (text: string) => {
    filter = text.trim();
    void vscode.commands.executeCommand('setContext', 'defenderConnectors.filtered', filter !== '');
    redraw();
  };
  return {
    current: () => ({ filter, grouping }),
    filter: async () => {
      const text = await vscode.window.showInputBox({
        title: 'Filter connectors',
        prompt: 'Words of a name, account, subscription, resource group, plan or health. All have to be found.',
        placeHolder: 'production unhealthy',
        value: filter,
      });
      if (text !== undefined) setFilter(text);
    },
    clearFilter: () => setFilter(''),
    group: async () => {
      const items = groupings.map((id) => ({ label: groupingWords[id], description: id === grouping ? 'now' : '', id }));
      const chosen = await vscode.window.showQuickPick(items, { title: 'Group connectors', placeHolder: 'By what the list is divided' });
      if (!chosen) return;
      grouping = chosen.id;
      await memory.update(groupingKey, grouping);
      redraw();
    },
  };
}

const groupingWords: Readonly<Record<Grouping, string>> = {
  automatic: 'Automatically: by subscription where there are many',
  none: 'Not at all',
  subscription: 'By Azure subscription',
  health: 'By health',
  account: 'By kind of AWS account',
};

const toGrouping = (kept: unknown): Grouping => groupings.find((each) => each === kept) ?? 'automatic';
