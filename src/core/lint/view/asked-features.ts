import { catalog } from '../../catalog/catalog';
import { featuresOn } from '../../catalog/features-on';
import type { TemplateView } from './template-view';

type Parts = Pick<TemplateView, 'connector' | 'features' | 'roles'>;

/**
 * True where one of these features is on for sure: its connector file says so, or the template itself in its metadata, or
 * by a role that no other feature uses.
 */
export function isOn({ connector, features, roles }: Parts, ids: readonly string[]): boolean {
  if (connector) return featuresOn(connector.plans).some(({ id }) => ids.includes(id));
  if (features) return features.some((id) => ids.includes(id));
  return roles.some(({ known }) => {
    const using = known ? usersOf(known.id) : [];
    return using.length > 0 && using.every((id) => ids.includes(id));
  });
}

const usersOf = (role: string): readonly string[] =>
  catalog.plans.flatMap((plan) => plan.features).filter(({ roles }) => roles?.includes(role)).map(({ id }) => id);
