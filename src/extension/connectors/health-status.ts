import * as vscode from 'vscode';
import { viewIds } from '../platform/contributions';

/** How many connectors are not well: a badge on the view's icon and a count in the status bar. Nothing where all are. */
export function healthStatus(view: vscode.TreeView<unknown>, count: () => Promise<number>): vscode.Disposable & { recount(): void } {
  const item = vscode.window.createStatusBarItem('defenderConnectors.health', vscode.StatusBarAlignment.Left, 10);
  item.name = 'Health of connectors';
  item.command = `${viewIds.connectors}.focus`;
  const show = (ill: number) => {
    const words = `${ill} ${ill === 1 ? 'connector is' : 'connectors are'} not healthy`;
    view.badge = ill === 0 ? undefined : { value: ill, tooltip: words };
    item.text = `$(shield) ${ill}`;
    item.tooltip = words;
    item.accessibilityInformation = { label: words };
    if (ill === 0) item.hide();
    else item.show();
  };
  let newest = 0;
  const recount = async () => {
    const own = ++newest;
    const ill = await count();
    if (own === newest) show(ill);
  };
  return {
    recount: () => void recount(),
    dispose: () => {
      newest += 1; // what is still counted is shown no more
      item.dispose();
    },
  };
}
