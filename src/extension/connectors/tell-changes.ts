import * as vscode from 'vscode';
import type { HealthState } from '../../core/model/health';
import { readSetting } from '../platform/settings';
import { viewIds } from '../platform/contributions';
import type { InventoryStore } from './azure-inventory';

/** Tells, to who wants to be told, when Azure says something else of a connector than at the last look. */
export function tellChanges(inventory: InventoryStore): vscode.Disposable {
  let before: ReadonlyMap<string, ToldHealth> | undefined;
  return inventory.onDidChange(() => {
    if (inventory.isReading || inventory.current === undefined) return;
    const { connectors, statements } = inventory.current;
    const now = new Map(connectors.flatMap(({ id, key }) => {
      const state = statements.get(id.toLowerCase())?.state;
      return state ? [[id.toLowerCase(), { name: key.name, state }] as const] : [];
    }));
    const words = before && changeWords(before, now);
    before = now;
    if (words !== undefined && readSetting('notifyHealthChanges')) void tell(words);
  });
}

/** What was told last of a connector, by its id: names repeat in other subscriptions. */
export interface ToldHealth {
  readonly name: string;
  readonly state: HealthState;
}

/** In one sentence; undefined where nothing that was known before has changed. */
export function changeWords(before: ReadonlyMap<string, ToldHealth>, now: ReadonlyMap<string, ToldHealth>): string | undefined {
  const changed = [...now].flatMap(([id, { name, state }]) => {
    const was = before.get(id)?.state;
    return was === undefined || was === state ? [] : [{ name, state, was }];
  });
  const [first, ...others] = changed;
  if (!first) return undefined;
  const { name, state, was } = first;
  const rest = others.length === 0 ? '' : ` ${others.length} other ${others.length === 1 ? 'connector has' : 'connectors have'} changed too.`;
  return `Defender for Cloud now says that connector ${name} is ${state}; it was ${was}.${rest}`;
}

async function tell(words: string): Promise<void> {
  const show = 'Show connectors';
  if ((await vscode.window.showInformationMessage(words, show)) === show) await vscode.commands.executeCommand(`${viewIds.connectors}.focus`);
}
