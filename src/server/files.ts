import type { Result } from '../core/model/result';

/** What is needed of a disk, or of an editor in front of it. */
export interface Files {
  read(path: string): Promise<Result<string>>;
  /** Names in a folder; none where there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
}
