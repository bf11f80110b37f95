import { catalog } from '../catalog/catalog';

/** Names of the plans that features belong to, in the catalog's order. */
export const plansOf = (features: readonly string[]): readonly string[] =>
  catalog.plans.filter((plan) => plan.features.some(({ id }) => features.includes(id))).map(({ displayName }) => displayName);
