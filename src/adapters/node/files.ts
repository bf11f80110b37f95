import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FilesPort } from '../../app/ports';
import type { Problem } from '../../core/model/problem';
import { err, ok } from '../../core/model/result';

export const files: FilesPort = {
  async read(path) {
    try {
      return ok(await readFile(path, 'utf8'));
    } catch (error) {
      return err(fileProblem(error, path, 'read'));
    }
  },

  async write(path, text) {
    const partial = `${path}.${randomUUID()}.partial`;
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(partial, text);
      await rename(partial, path);
      return ok(undefined);
    } catch (error) {
      await rm(partial, { force: true });
      return err(fileProblem(error, path, 'written'));
    }
  },
};

function fileProblem(error: unknown, path: string, done: 'read' | 'written'): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT')
    return { code: 'notFound', message: `There is no file ${path}.`, action: 'Check the path.', detail: code };
  return {
    code: 'unreadable',
    message: `${path} cannot be ${done}: ${reasons[code] ?? (error as Error).message}.`,
    action: 'Check the path and its permissions.',
    detail: code,
  };
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many files are open',
};
