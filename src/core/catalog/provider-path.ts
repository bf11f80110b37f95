import type { CatalogProvider } from './catalog';

/** A provider's URL as ARNs and condition keys have it: without the scheme, with the trailing slash. */
export const providerPath = (provider: CatalogProvider, tenant: string): string =>
  provider.url.replace('https://', '').replace('<tenant>', tenant);
