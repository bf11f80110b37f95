/** What the files that the wizard writes are called, by their kind. */
export const fileWords = { connector: 'connector file', template: 'template', terraform: 'Terraform file' } as const;

export interface FileChange {
  readonly status: 'new' | 'changed' | 'unchanged';
  readonly added: number;
  readonly removed: number;
}

/** What saving does to a file. */
export function changeWords({ status, added, removed }: FileChange): string {
  if (status === 'unchanged') return 'stays as it is';
  return status === 'new' ? `is new: ${lines(added)}` : `changes: ${lines(added)} added, ${removed} removed`;
}

const lines = (count: number): string => (count === 1 ? '1 line' : `${count} lines`);
