import * as vscode from 'vscode';
import type { Asking, Reply } from './reply';
import { showInput } from './show-input';

export interface ListItem<V> extends vscode.QuickPickItem {
  readonly value: V;
  /** Chosen or ticked now. */
  readonly on: boolean;
}

export interface ListAsking<V> extends Asking {
  readonly items: readonly (ListItem<V> | vscode.QuickPickItem)[];
  /** Takes in what is chosen before it is checked. */
  readonly onChoose: (values: readonly V[]) => void;
}

/** One of the items. */
export const askOne = <V>(asking: ListAsking<V>): Promise<Reply<readonly V[]>> => ask(asking, false);

/** Any number of them. */
export const askMany = <V>(asking: ListAsking<V>): Promise<Reply<readonly V[]>> => ask(asking, true);

function ask<V>(asking: ListAsking<V>, many: boolean): Promise<Reply<readonly V[]>> {
  const list = vscode.window.createQuickPick<ListItem<V> | vscode.QuickPickItem>();
  const chosen = asking.items.filter((item) => isChoice(item) && item.on);
  list.canSelectMany = many;
  list.items = asking.items;
  list.placeholder = asking.help;
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  if (many) list.selectedItems = chosen;
  else if (chosen.length > 0) list.activeItems = chosen;
  const take = () => {
    const values = list.selectedItems.flatMap((item) => (isChoice<V>(item) ? [item.value] : []));
    asking.onChoose(values);
    return values;
  };
  // A list has no place for a message but its own words, which an empty box shows.
  const tell = (wrong: string | undefined) => {
    list.value = '';
    list.placeholder = wrong ?? asking.help;
  };
  return showInput(list, asking, { onDidAccept: list.onDidAccept, onDidTriggerButton: list.onDidTriggerButton, take, tell });
}

const isChoice = <V>(item: ListItem<V> | vscode.QuickPickItem): item is ListItem<V> => 'value' in item;
