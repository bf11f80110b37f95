import { catalog, type CatalogRole } from '../catalog/catalog';

/** What of Defender's plans needs a role: plans with the labels of their features. */
export const usesOf = ({ id }: CatalogRole): readonly string[] =>
  catalog.plans.flatMap(({ displayName, features }) => {
    const labels = features.filter(({ roles }) => roles?.includes(id)).map(({ label }) => label);
    return labels.length > 0 ? [withPlan(displayName, labels)] : [];
  });

/** A label may begin with the plan's name itself. */
const withPlan = (plan: string, labels: readonly string[]): string => (labels.every((label) => label.startsWith(plan)) ? labels.join(', ') : `${plan}: ${labels.join(', ')}`);

export const listOf = (parts: readonly string[]): string => parts.join('; ');
