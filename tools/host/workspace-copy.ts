import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './root';

export interface WorkspaceCopy {
  readonly folder: string;
  /** Undoes whatever was done to the files. */
  restore(): void;
  remove(): void;
}

/** A fresh copy of examples/ to work in. */
export function copyExamples(): WorkspaceCopy {
  const parent = mkdtempSync(join(tmpdir(), 'dc-ws-'));
  const folder = join(parent, 'examples');
  const copy = () => cpSync(join(root, 'examples'), folder, { recursive: true });
  copy();
  return {
    folder,
    restore() {
      rmSync(folder, { recursive: true, force: true });
      copy();
    },
    remove: () => rmSync(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}
