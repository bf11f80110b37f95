import { catalog, type CatalogRegion } from './catalog';

const byCode: ReadonlyMap<string, CatalogRegion> = new Map(catalog.regions.map((region) => [region.code, region]));

export const regionByCode = (code: string): CatalogRegion | undefined => byCode.get(code);
