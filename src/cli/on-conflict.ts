import type { ConflictWish } from '../core/plan/resolve-conflicts';

/** Words of the option, for what they stand for. */
const kinds: Readonly<Record<string, ConflictWish['kind']>> = {
  merge: 'mergeAudiences',
  keep: 'keepAudiences',
  rename: 'rename',
  import: 'import',
  owner: 'useOwner',
  stop: 'stop',
};

export const conflictWords = Object.keys(kinds).join(', ');

/** Reads `merge`, `rename`, `LogicalId=rename:NewName`; undefined for anything else. */
export function parseOnConflict(text: string): ConflictWish | undefined {
  const found = /^(?:(?<logicalId>[A-Za-z0-9]+)=)?(?<word>[a-z]+)(?::(?<name>[\w+=,.@-]{1,64}))?$/.exec(text)?.groups;
  const kind = found && Object.hasOwn(kinds, found['word'] ?? '') ? kinds[found['word'] ?? ''] : undefined;
  if (!found || !kind || (found['name'] !== undefined && kind !== 'rename')) return undefined;
  return { logicalId: found['logicalId'] ?? null, kind, name: found['name'] ?? null };
}

/** How the option says a choice for one resource. */
export function onConflictFlag(logicalId: string, kind: ConflictWish['kind'], name: string | null): string {
  const word = Object.keys(kinds).find((each) => kinds[each] === kind) ?? kind;
  return `--on-conflict ${logicalId}=${word}${kind === 'rename' && name ? `:${name}` : ''}`;
}
