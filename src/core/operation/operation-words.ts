import type { OperationKind, StackOperation } from './stack-operation';

export type OperationState = 'running' | NonNullable<StackOperation['end']>['result'];

export const stateOf = ({ end }: StackOperation): OperationState => end?.result ?? 'running';

/** "Update of stack defender". */
export const operationTitle = ({ kind, target }: Pick<StackOperation, 'kind' | 'target'>): string => `${kindWords[kind]} of stack ${target.stack}`;

export const stateWords: Readonly<Record<OperationState, string>> = {
  running: 'not ended',
  succeeded: 'succeeded',
  unchanged: 'nothing to change',
  failed: 'failed',
  cancelled: 'cancelled',
  notBegun: 'not begun',
};

export const kindWords: Readonly<Record<OperationKind, string>> = {
  create: 'Creation',
  update: 'Update',
  import: 'Import',
  delete: 'Deletion',
  rollBack: 'Roll back',
  continueRollback: 'Continued rollback',
};

/** What CloudFormation takes back while it runs. */
export const isCancellable = (kind: OperationKind): boolean => kind === 'update' || kind === 'rollBack';

/** "3 s", "1 min 5 s", "2 h 3 min". */
export function durationWords(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${seconds} s`;
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min ${seconds % 60} s` : `${hours} h ${minutes % 60} min`;
}

/** How long it took, as far as somebody watched; null while it runs. */
export const tookMilliseconds = ({ begunAt, end }: StackOperation): number | null => (end ? Date.parse(end.at) - Date.parse(begunAt) : null);
