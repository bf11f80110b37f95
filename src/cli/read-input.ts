import { readFile } from 'node:fs/promises';
import { err, ok, type Result } from '../core/model/result';
import type { Problem } from '../core/model/problem';

/** A file's text, or one sentence why not. */
export async function readInput(path: string): Promise<Result<string>> {
  try {
    return ok(await readFile(path, 'utf8'));
  } catch (error) {
    return err(fileProblem(path, error));
  }
}

/** What the system said of a file, in plain words. */
export function fileProblem(path: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = sentences[code];
  return {
    code: code === 'ENOENT' ? 'notFound' : 'unreadable',
    message: known ? known(path) : `${path} cannot be read or written.`,
    action: code === 'ENOENT' ? 'Check the path.' : 'Check the file and its permissions.',
    detail: String(error),
  };
}

const sentences: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `There is no file or folder ${path}.`,
  EACCES: (path) => `There is no permission for ${path}.`,
  EISDIR: (path) => `${path} is a folder, not a file.`,
  ENOTDIR: (path) => `A part of ${path} is a file, not a folder.`,
};
