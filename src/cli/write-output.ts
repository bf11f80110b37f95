import { rename, rm, writeFile } from 'node:fs/promises';
import { err, ok, type Result } from '../core/model/result';
import { fileProblem } from './read-input';

/** Writes a file whole or not at all: a reader never sees half of it. */
export async function writeOutput(path: string, text: string): Promise<Result<void>> {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(draft, text);
    await rename(draft, path);
    return ok(undefined);
  } catch (error) {
    await rm(draft, { force: true });
    return err(fileProblem(path, error));
  }
}
