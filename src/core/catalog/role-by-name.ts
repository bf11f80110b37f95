import { catalog, type CatalogRole, type CatalogRoleName } from './catalog';

export interface NamedRole {
  readonly role: CatalogRole;
  /** The spelling and generation that the catalog knows. */
  readonly known: CatalogRoleName;
}

/** The role that any generation of Microsoft's templates gave this name. IAM compares names without case. */
export function roleByName(name: string): NamedRole | undefined {
  return exact.get(name.toLowerCase()) ?? patterns.find(({ pattern }) => pattern.test(name))?.named;
}

const placeholder = /\$\{[^}]+\}|<[^>]+>/;

const toPattern = (name: string): RegExp =>
  new RegExp(`^${name.split(new RegExp(placeholder, 'g')).map(escapeText).join('[\\w+=,.@-]+')}$`, 'i');

const escapeText = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const all: readonly NamedRole[] = catalog.roles.flatMap((role) => role.names.map((known) => ({ role, known })));

const exact: ReadonlyMap<string, NamedRole> = new Map(all.map((named) => [named.known.name.toLowerCase(), named]));

/** Names that hold a region or a parameter's value are known by what stands around it. */
const patterns = all
  .filter(({ known }) => placeholder.test(known.name))
  .map((named) => ({ named, pattern: toPattern(named.known.name) }));
