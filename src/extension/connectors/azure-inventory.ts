import * as vscode from 'vscode';
import type { Problem } from '../../core/model/problem';
import type { AzureAccess, ShownInventory } from '../platform/azure-access';
import { withLastKnown } from './last-known';

/** What Azure has, as it was last read: the tree shows it at once and asks for it in the background. */
export interface InventoryStore extends vscode.Disposable {
  readonly onDidChange: vscode.Event<void>;
  readonly current: ShownInventory | undefined;
  /** Why the last reading failed, or what parts of it could not be read. */
  readonly problem: Problem | undefined;
  readonly isReading: boolean;
  /** Reads once; again only after something changed. Does nothing signed out. */
  need(): void;
  refresh(): Promise<void>;
}

export function inventoryStore(azure: AzureAccess, onBug: (error: unknown) => void): InventoryStore {
  const changed = new vscode.EventEmitter<void>();
  let current: ShownInventory | undefined;
  let problem: Problem | undefined;
  let reading: Promise<void> | undefined;
  let abort: AbortController | undefined;
  let isOld = true;

  const read = async (signal: AbortSignal) => {
    if (!(await azure.isSignedIn())) {
      [current, problem] = [undefined, undefined];
      return;
    }
    const answer = await azure.inventory(signal);
    if (signal.aborted) return;
    if (answer.ok) [current, problem] = [withLastKnown(answer.value, current), answer.value.refused[0]?.problem ?? answer.value.healthProblem ?? undefined];
    else problem = answer.error.code === 'cancelled' ? undefined : answer.error;
  };
  const refresh = async () => {
    abort?.abort();
    const own = new AbortController();
    abort = own;
    isOld = false;
    const work = read(own.signal).catch(onBug).then(() => {
      if (reading === work) reading = undefined;
    });
    reading = work;
    changed.fire();
    await work;
    if (abort === own) changed.fire();
  };
  const watching = azure.onDidChange(() => {
    isOld = true;
    if (current !== undefined || problem !== undefined || reading !== undefined) void refresh();
    else changed.fire(); // somebody may have signed in: the view asks again when it is shown
  });
  return {
    onDidChange: changed.event,
    get current() {
      return current;
    },
    get problem() {
      return problem;
    },
    get isReading() {
      return reading !== undefined;
    },
    need: () => {
      if (isOld && reading === undefined) void refresh();
    },
    refresh,
    dispose: () => {
      abort?.abort();
      vscode.Disposable.from(changed, watching).dispose();
    },
  };
}
