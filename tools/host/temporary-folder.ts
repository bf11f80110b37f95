import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryFolder {
  readonly path: string;
  remove(): void;
}

/** A private folder that goes away with `remove`, or at the latest when this process ends. */
export function temporaryFolder(purpose: string): TemporaryFolder {
  // Short: it may hold Unix sockets, whose path may have 108 characters at most.
  const path = mkdtempSync(join(tmpdir(), `dc-${purpose}-`));
  const remove = () => {
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    process.off('exit', remove);
  };
  process.on('exit', remove);
  return { path, remove };
}
