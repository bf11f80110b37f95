import { catalog, type CatalogRole } from '../catalog/catalog';

/** What of Defender's plans needs a role: the labels of plans with those of their features. */
export const usesOf = ({ id }: CatalogRole): readonly string[] =>
  catalog.plans.flatMap(({ displayName, features }) => {
    const labels = features.filter(({ roles }) => roles?.includes(id)).map(({ label }) => label);
    return labels.length > 0 ? [`${displayName} (${labels.join(', ')})`] : [];
  });

export const listOf = (parts: readonly string[]): string => parts.join('; ');
