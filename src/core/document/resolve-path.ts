/** The path that a relative one means in a folder; paths of either kind of system, as far as names need it. */
export function resolvePath(folder: string, relative: string): string {
  const slashed = relative.replaceAll('\\', '/');
  const isAbsolute = /^(?:\/|[A-Za-z]:\/)/.test(slashed);
  const joined = isAbsolute ? slashed : `${folder.replaceAll('\\', '/')}/${slashed}`;
  const parts: string[] = [];
  for (const part of joined.split('/')) {
    if (part === '.' || (part === '' && parts.length > 0)) continue;
    const isStep = part === '..' && parts.length > 0 && parts.at(-1) !== '..' && parts.at(-1) !== '';
    if (isStep) parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** The folder of a path; `.` where it has none. */
export const folderOf = (path: string): string => /^(.*)[\\/][^\\/]*$/s.exec(path)?.[1] ?? '.';
