import { entryOf } from '../../document/entry-of';
import type { LocatedDocument } from '../../document/located';
import { valueAt } from '../../document/value-at';
import type { Span } from '../../model/finding';
import { roleAt } from './role-at';

/** Where a connector file says what stands at a path in Azure: its key, or the nearest one around it. */
export function connectorKey({ root }: LocatedDocument, path: string): Span {
  const named = entryOf(entryOf(root, 'roles')?.value, roleAt(path)?.id ?? '');
  if (named && path.endsWith('.cloudRoleArn')) return named.key.span;
  const [, place = []] = places.find(([pattern]) => pattern.test(path)) ?? [];
  for (let length = place.length; length > 0; length -= 1) {
    const entry = entryOf(valueAt(root, ...place.slice(0, length - 1)), place[length - 1] ?? '');
    if (entry) return entry.key.span;
  }
  return entryOf(root, 'name')?.key.span ?? { start: 0, end: 0 };
}

const places: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^hierarchyIdentifier$/, ['account', 'id']],
  [/^location$/, ['azure', 'location']],
  [/stacksetName$/, ['account', 'stackSet']],
  [/excludedAccountIds$/, ['account', 'excluded']],
  [/organizationalData/, ['account', 'type']],
  [/regions$/, ['regions']],
  [/scanInterval$/, ['scanIntervalHours']],
  [/subPlan/, ['plans', 'servers', 'tier']],
  [/^offerings\.DefenderCspmAws/, ['plans', 'defenderCspm']],
  [/^offerings\.DefenderForServersAws/, ['plans', 'servers']],
  [/^offerings\.DefenderForContainersAws/, ['plans', 'containers']],
  [/^offerings\.DefenderForDatabasesAws/, ['plans', 'databases']],
  [/^offerings/, ['plans']],
];
