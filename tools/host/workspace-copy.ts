import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root';
import { temporaryFolder } from './temporary-folder';

export interface WorkspaceCopy {
  readonly folder: string;
  /** Undoes whatever was done to the files. */
  restore(): void;
  remove(): void;
}

/** A fresh copy of examples/ to work in. */
export function copyExamples(): WorkspaceCopy {
  const { path: parent, remove } = temporaryFolder('ws');
  const folder = join(parent, 'examples');
  const copy = () => cpSync(join(root, 'examples'), folder, { recursive: true });
  copy();
  return {
    folder,
    restore() {
      rmSync(folder, { recursive: true, force: true });
      copy();
    },
    remove,
  };
}
