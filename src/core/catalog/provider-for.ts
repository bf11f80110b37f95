import { audienceByValue } from './audience-by-value';
import { catalog, type CatalogProvider, type CatalogRole } from './catalog';

/** The identity provider whose tokens a role accepts; undefined for roles that no token opens. */
export function providerFor(role: CatalogRole): CatalogProvider | undefined {
  if (role.audience === null) return undefined;
  const providerId = audienceByValue(role.audience)?.provider;
  return catalog.providers.find(({ id }) => id === providerId);
}
