import { entryOf } from '../../document/entry-of';
import type { Located, LocatedDocument } from '../../document/located';
import { valueAt } from '../../document/value-at';
import type { Span } from '../../model/finding';
import { roleAt } from './role-at';

/** Where a connector file says what stands at a path in Azure: its key, or the nearest one around it. */
export function connectorKey({ root }: LocatedDocument, path: string): Span {
  const role = path.endsWith('.cloudRoleArn') ? roleAt(path)?.id : undefined;
  const place = places.find(([pattern]) => pattern.test(path))?.[1] ?? [];
  const ways = [...(role ? [['roles', role]] : []), place, place.slice(0, 2), place.slice(0, 1), ['name']];
  const found = ways.map((way) => keyAt(root, way)).find((key) => key !== undefined);
  return found ?? { start: 0, end: 0 };
}

const keyAt = (root: Located | undefined, way: readonly string[]): Span | undefined =>
  entryOf(valueAt(root, ...way.slice(0, -1)), way.at(-1) ?? '')?.key.span;

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
