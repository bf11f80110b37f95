import { catalog } from './catalog';

/** Value of a limit by its name in the catalog; a name that is not there is a bug. */
export function limit(name: string): number {
  const found = catalog.limits[name];
  if (!found) throw new Error(`The catalog has no limit ${name}.`);
  return found.value;
}
