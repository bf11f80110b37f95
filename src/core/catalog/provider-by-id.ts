import { catalog, type CatalogProvider } from './catalog';

/** Both providers are in the catalog; a unit test says so. */
export function providerById(id: CatalogProvider['id']): CatalogProvider {
  const provider = catalog.providers.find((candidate) => candidate.id === id);
  if (!provider) throw new Error(`The catalog has no identity provider ${id}.`);
  return provider;
}
