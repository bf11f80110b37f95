import * as vscode from 'vscode';
import { readSetting } from '../platform/settings';
import type { InventoryStore } from './azure-inventory';

export interface RefreshHost {
  readonly inventory: InventoryStore;
  readonly isVisible: () => boolean;
  readonly onDidChangeVisibility: vscode.Event<unknown>;
}

const minute = 60_000;
/** Azure said that it is asked too often: the next look waits so many times longer. */
const throttled = 4;

/** Reads Azure again every so many minutes, while somebody can see it: hidden or in the background it pauses. */
export function backgroundRefresh({ inventory, isVisible, onDidChangeVisibility }: RefreshHost): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  let readAt = Date.now();
  const interval = () => readSetting('azureRefreshMinutes') * minute * (inventory.problem?.code === 'throttled' ? throttled : 1);
  const isSeen = () => isVisible() && vscode.window.state.focused;
  const plan = () => {
    clearTimeout(timer);
    // Who never signed in has nothing to read again.
    if (interval() <= 0 || !isSeen() || inventory.current === undefined) return;
    timer = setTimeout(() => void inventory.refresh(), Math.max(0, readAt + interval() - Date.now()));
  };
  const subscriptions = [
    inventory.onDidChange(() => {
      if (!inventory.isReading) readAt = Date.now();
      plan();
    }),
    onDidChangeVisibility(plan),
    vscode.window.onDidChangeWindowState(plan),
    vscode.workspace.onDidChangeConfiguration(plan),
  ];
  return vscode.Disposable.from(...subscriptions, { dispose: () => clearTimeout(timer) });
}
