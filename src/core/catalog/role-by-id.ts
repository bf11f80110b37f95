import { catalog, type CatalogRole } from './catalog';

const byId: ReadonlyMap<string, CatalogRole> = new Map(catalog.roles.map((role) => [role.id, role]));

export const roleById = (id: string): CatalogRole | undefined => byId.get(id);
