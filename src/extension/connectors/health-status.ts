import * as vscode from 'vscode';
import { viewIds } from '../platform/contributions';

/** How many connectors are not well: a badge on the view's icon and a count in the status bar. Nothing where all are. */
export function healthStatus(view: vscode.TreeView<unknown>): vscode.Disposable & { show(count: number): void } {
  const item = vscode.window.createStatusBarItem('defenderConnectors.health', vscode.StatusBarAlignment.Left, 10);
  item.name = 'Health of connectors';
  item.command = `${viewIds.connectors}.focus`;
  return {
    show: (count) => {
      const words = `${count} ${count === 1 ? 'connector is' : 'connectors are'} not healthy`;
      view.badge = count === 0 ? undefined : { value: count, tooltip: words };
      item.text = `$(shield) ${count}`;
      item.tooltip = words;
      item.accessibilityInformation = { label: words };
      if (count === 0) item.hide();
      else item.show();
    },
    dispose: () => item.dispose(),
  };
}
