import type { Problem } from '../../../core/model/problem';

export function journalProblem(error: unknown, folder: string): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return {
    code: 'unreadable',
    message: `The journal of deployments in ${folder} cannot be used: ${reasons[code] ?? (error as Error).message}.`,
    action: 'Check the folder, its permissions and the space on the disk.',
    detail: code,
  };
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  ENOTDIR: 'a part of its path is not a folder',
  EEXIST: 'there is a file of that name',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};
