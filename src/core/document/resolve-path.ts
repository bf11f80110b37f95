/** The path that a relative one means in a folder; paths of either kind of system, as far as names need it. */
export function resolvePath(folder: string, relative: string): string {
  const slashed = relative.replaceAll('\\', '/');
  const isAbsolute = /^(?:\/|[A-Za-z]:\/)/.test(slashed);
  const steps = (isAbsolute ? slashed : `${folder.replaceAll('\\', '/')}/${slashed}`).split('/');
  return steps.reduce<readonly string[]>(step, []).join('/');
}

/** The folder of a path; `.` where it has none. */
export const folderOf = (path: string): string => /^(.*)[\\/][^\\/]*$/s.exec(path)?.[1] ?? '.';

/** An empty first part is the root: nothing is above it. */
function step(parts: readonly string[], part: string): readonly string[] {
  const last = parts.at(-1);
  if (part === '.' || (part === '' && last !== undefined)) return parts;
  if (part !== '..' || last === undefined || last === '..') return [...parts, part];
  return last === '' ? parts : parts.slice(0, -1);
}
