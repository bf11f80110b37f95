import { catalog } from '../catalog/catalog';
import { featuresOn } from '../catalog/features-on';
import type { Plans } from '../model/connector';

export interface PlanDescription {
  readonly id: string;
  readonly label: string;
  /** Labels of the features that are on. */
  readonly features: readonly string[];
}

/** Plans that are on, as they are shown; foundational CSPM always is. */
export function describePlans(plans: Plans): readonly PlanDescription[] {
  const on = new Set(featuresOn(plans).map(({ id }) => id));
  return catalog.plans
    .filter(({ id }) => id === 'foundational' || id in plans)
    .map(({ id, displayName, features }) => ({ id, label: displayName, features: features.filter((feature) => on.has(feature.id)).map(({ label }) => label) }));
}
