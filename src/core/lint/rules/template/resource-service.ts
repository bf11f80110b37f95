import { shown } from '../../../document/shown';
import type { CatalogRole } from '../../../catalog/catalog';
import { accessTypes } from '../../../model/connector';
import { policyRule } from '../../policy-rule';
import { neededPermissions } from '../../view/needed-permissions';
import { serviceIn } from '../../view/provider-arn';
import type { PolicyStatement } from '../../view/policy-statement';

/** An action on another service's resource allows nothing, and IAM does not say so. */
export const resourceService = policyRule({
  id: 'template/resource-service',
  severity: 'error',
  summary: "The resources of a statement belong to the services of its actions.",
  why: `A statement allows its actions on its resources only. Where these belong to another service, as in Microsoft's
template of 2023, whose EKS statement names an IAM role, nothing is allowed. Told for the actions that Microsoft
publishes for a role, with the services of the resources that it publishes for them.`,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
  checked: '2026-11-22',
  reads: [],

  *check({ statements, owners }) {
    for (const statement of statements) {
      const services = statement.resources.map(({ text }) => serviceIn(text));
      const [first] = statement.resources;
      if (!first || services.some((service) => service === undefined) || statement.effect !== 'Allow') continue;
      const wanted = wantedServices(statement, owners.flatMap(({ known }) => known ?? []));
      if (!wanted || services.some((service) => wanted.includes(service ?? ''))) continue;
      yield {
        span: first.span,
        message: `${shown(statement.actions[0]?.text ?? '')} has no effect on ${shown(first.text)}. Name resources of ${wanted.join(' or ')}.`,
      };
    }
  },
});

/** Undefined where an action is not published for the role, or needs no particular resource. */
function wantedServices({ actions }: PolicyStatement, roles: readonly CatalogRole[]): readonly string[] | undefined {
  const published = roles.map(publishedServices);
  const services = new Set<string>();
  for (const { text } of actions) {
    const name = text.toLowerCase();
    const own = published.flatMap((byAction) => byAction.get(name) ?? []);
    if (own.length === 0) return undefined;
    services.add(name.split(':')[0] ?? '');
    for (const one of own) one.forEach((service) => services.add(service));
  }
  return services.size > 0 ? [...services] : undefined;
}

/** The services of the resources that are published with each action of a role, for either access type. */
function publishedServices(role: CatalogRole): ReadonlyMap<string, ReadonlySet<string>> {
  const known = kept.get(role);
  if (known) return known;
  const byAction = new Map<string, Set<string>>();
  for (const { actions, resources } of accessTypes.flatMap((access) => neededPermissions(role, access)?.allowed ?? [])) {
    const found = resources.flatMap((resource) => serviceIn(resource) ?? []);
    for (const action of actions) {
      const services = byAction.get(action.toLowerCase()) ?? new Set();
      found.forEach((service) => services.add(service));
      byAction.set(action.toLowerCase(), services);
    }
  }
  kept.set(role, byAction);
  return byAction;
}

const kept = new WeakMap<CatalogRole, ReadonlyMap<string, ReadonlySet<string>>>();
