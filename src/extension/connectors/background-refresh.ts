import * as vscode from 'vscode';
import { readSetting } from '../platform/settings';
import type { InventoryStore } from './azure-inventory';
import { nextPauseMs } from './refresh-schedule';

export interface RefreshHost {
  readonly inventory: InventoryStore;
  /** Whether somebody can see what is read. */
  readonly isSeen: () => boolean;
  readonly onDidChangeSeen: readonly vscode.Event<unknown>[];
}

/** Reads Azure again every so many minutes, while somebody can see it: hidden or in the background it pauses. */
export function backgroundRefresh({ inventory, isSeen, onDidChangeSeen }: RefreshHost): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  let readAt = Date.now();
  let refusals = 0;
  const plan = () => {
    clearTimeout(timer);
    const interval = readSetting('azureRefreshMinutes') * 60_000;
    // Who never signed in has nothing to read again.
    const isKnown = inventory.current !== undefined || inventory.problem !== undefined;
    if (interval <= 0 || !isKnown || inventory.isReading || !isSeen()) return;
    const due = readAt + nextPauseMs(interval, refusals, inventory.problem);
    timer = setTimeout(() => void inventory.refresh(), Math.max(0, due - Date.now()));
  };
  const read = () => {
    if (!inventory.isReading) {
      readAt = Date.now();
      refusals = inventory.problem === undefined ? 0 : refusals + 1;
    }
    plan();
  };
  return vscode.Disposable.from(
    inventory.onDidChange(read),
    vscode.workspace.onDidChangeConfiguration(plan),
    ...onDidChangeSeen.map((event) => event(plan)),
    { dispose: () => clearTimeout(timer) },
  );
}
