import * as vscode from 'vscode';
import type { Asking, Reply } from './reply';

interface Acceptance<V> {
  readonly onDidAccept: vscode.Event<void>;
  readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
  /** Takes the answer in, so that it can be checked. */
  readonly take: () => V;
  readonly tell: (wrong: string | undefined) => void;
}

/** Shows a box until it is answered rightly, left or closed. Enter checks the answer first. */
export function showInput<V>(input: vscode.QuickInput & { buttons: readonly vscode.QuickInputButton[] }, asking: Asking, on: Acceptance<V>): Promise<Reply<V>> {
  const lookUp = asking.lookUp === null ? undefined : { iconPath: new vscode.ThemeIcon('search'), tooltip: asking.lookUp };
  input.title = asking.title;
  input.step = asking.step;
  input.totalSteps = asking.total;
  input.ignoreFocusOut = true;
  input.buttons = [...(asking.canGoBack ? [vscode.QuickInputButtons.Back] : []), ...(lookUp ? [lookUp] : [])];
  return new Promise((resolve, reject) => {
    const end = (reply: Reply<V>) => {
      resolve(reply);
      input.dispose();
    };
    const accept = async () => {
      const value = on.take();
      input.busy = true;
      const wrong = await asking.refuse().finally(() => (input.busy = false));
      if (wrong === undefined) end({ kind: 'answer', value });
      else on.tell(wrong);
    };
    on.onDidAccept(() => void accept().catch((error: unknown) => {
      reject(error instanceof Error ? error : new Error(String(error)));
      input.dispose();
    }));
    on.onDidTriggerButton((button) => end(button === vscode.QuickInputButtons.Back ? { kind: 'back' } : { kind: 'lookUp' }));
    input.onDidHide(() => end({ kind: 'closed' }));
    input.show();
  });
}
