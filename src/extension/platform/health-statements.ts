import * as vscode from 'vscode';
import { type HealthSource, type HealthStatement } from '../../core/model/health';
import { isHealthStatement } from '../../protocol/health-shapes';

/** Who can be remembered: the files and the stack are read anew wherever they are shown. */
export type RememberedSource = Extract<HealthSource, 'azure' | 'verification'>;

/** The last word of Azure and of our verification on each connector, kept over windows. Its age stays with it. */
export interface HealthStatements extends vscode.Disposable {
  readonly onDidChange: vscode.Event<vscode.Uri>;
  of(connector: vscode.Uri): readonly HealthStatement[];
  remember(connector: vscode.Uri, statement: HealthStatement): void;
  forget(connector: vscode.Uri, source: RememberedSource): void;
}

const memoryKey = 'health.statements';

/** More connectors than these are not kept over windows, the oldest first to go. */
const most = 500;

export function healthStatements(memory: vscode.Memento): HealthStatements {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const known = new Map(restored(memory.get<unknown>(memoryKey)));
  const set = (connector: vscode.Uri, statements: readonly HealthStatement[]) => {
    const key = connector.toString();
    known.delete(key);
    if (statements.length > 0) known.set(key, statements);
    void memory.update(memoryKey, [...known].slice(-most));
    changed.fire(connector);
  };
  const of = (connector: vscode.Uri) => known.get(connector.toString()) ?? [];
  return {
    onDidChange: changed.event,
    of,
    remember: (connector, statement) => set(connector, [...of(connector).filter(({ source }) => source !== statement.source), statement]),
    forget: (connector, source) => set(connector, of(connector).filter((one) => one.source !== source)),
    dispose: () => changed.dispose(),
  };
}

/** What an older version or somebody else left there is dropped, not believed. */
function restored(kept: unknown): readonly (readonly [string, readonly HealthStatement[]])[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((entry: unknown) => {
    const [key, statements]: readonly unknown[] = Array.isArray(entry) ? entry : [];
    if (typeof key !== 'string' || !Array.isArray(statements)) return [];
    return [[key, statements.filter(isHealthStatement)] as const];
  });
}
