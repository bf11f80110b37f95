import { catalog, type CatalogAudience } from './catalog';

const byValue: ReadonlyMap<string, CatalogAudience> = new Map(catalog.audiences.map((entry) => [entry.audience, entry]));

/** Audiences are compared exactly: IAM does so too. */
export const audienceByValue = (audience: string): CatalogAudience | undefined => byValue.get(audience);
