import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../core/model/result';
import { fileProblem } from './read-input';

export interface Candidate {
  readonly path: string;
  /** Named by the user: it is checked even where its name says nothing. */
  readonly named: boolean;
}

/** Files that may be ours: those named, and in folders those whose name allows it. */
export async function findFiles(path: string): Promise<Result<readonly Candidate[]>> {
  try {
    const found = await stat(path);
    if (!found.isDirectory()) return ok([{ path, named: true }]);
    const paths: string[] = [];
    for await (const file of walk(path)) paths.push(file);
    return ok(paths.map((file) => ({ path: file, named: false })));
  } catch (error) {
    return err(fileProblem(path, error));
  }
}

/** Depth first, in the order of names; links are not followed, so that a loop of them cannot hold us. */
async function* walk(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = folder === '.' ? entry.name : join(folder, entry.name);
    if (entry.isDirectory() && !isForeign(entry.name)) yield* walk(path);
    if (entry.isFile() && /\.(ya?ml|json|template|cfn)$/i.test(entry.name)) yield path;
  }
}

const isForeign = (name: string) => name.startsWith('.') || name === 'node_modules';
