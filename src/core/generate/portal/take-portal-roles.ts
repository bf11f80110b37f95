import { catalog, type CatalogFeature, type CatalogRole } from '../../catalog/catalog';
import { providerPath } from '../../catalog/provider-path';
import { templateNames } from '../template-names';
import { closure } from './closure';
import { portalRoles, type PortalRole } from './portal-roles';
import { fieldsOf, toPortalTemplate, type Fields, type PortalTemplate } from './portal-template';
import { references } from './references';
import { rewrite, type Renaming } from './rewrite';
import { wantedRoles } from './wanted-roles';

export interface TakenRole {
  /** Undefined where the name cannot be told without deploying. */
  readonly name: string | undefined;
  /** Logical id in the generated template. */
  readonly resource: string;
}

/** What a portal's template gives for features that the catalog does not know, ready to be merged into ours. */
export interface PortalPart {
  readonly parameters: Readonly<Record<string, Fields>>;
  readonly mappings: Readonly<Record<string, unknown>>;
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly resources: Readonly<Record<string, Fields>>;
  readonly roles: readonly TakenRole[];
  /** Audiences that these roles trust. */
  readonly audiences: readonly string[];
  /** Ids of the features that it gives. */
  readonly features: readonly string[];
}

export interface PortalRequest {
  /** Features that are on and that the catalog cannot give, or not whole. */
  readonly features: readonly CatalogFeature[];
  /** Roles that the template already has. */
  readonly roles: readonly CatalogRole[];
  readonly tenant: string;
  /** Names that the template already uses. */
  readonly resources: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
}

/** Takes the roles that are wanted and all that they refer to. Never throws, whatever the data. */
export function takePortalRoles(data: unknown, request: PortalRequest): PortalPart {
  const template = toPortalTemplate(data);
  const roles = portalRoles(template);
  const wanted = wantedRoles(request.features.filter(({ unknown }) => unknown !== null), roles);
  const automation = automationOf(template, request.features.filter(({ leftOut }) => leftOut !== null));
  const seeds = [...wanted.map(({ portal }) => portal.logicalId), ...automation.resources];
  const providers = providersOf(template, request.tenant);
  const ours = ourRoles(roles, request.roles);
  const all = [...seeds, ...policiesOf(seeds, template)];
  const needed = closure(all, template, new Set([...providers.keys(), ...ours.keys()]));

  const renaming: Renaming = {
    names: new Map([...prefixed(needed.resources, request.resources), ...ours]),
    conditions: prefixed(needed.conditions, request.conditions),
    providers,
  };
  const take = (names: ReadonlySet<string>, section: Readonly<Record<string, Fields>>, called: ReadonlyMap<string, string>) =>
    Object.fromEntries(
      Object.keys(section)
        .filter((name) => names.has(name))
        .map((name) => [called.get(name) ?? name, fieldsOf(rewrite(section[name], renaming))]),
    );
  return {
    parameters: take(needed.parameters, template.parameters, new Map()),
    mappings: take(needed.mappings, template.mappings, new Map()),
    conditions: take(needed.conditions, template.conditions, renaming.conditions),
    resources: take(needed.resources, template.resources, renaming.names),
    roles: wanted.map(({ portal: { name, logicalId } }) => ({ name, resource: renaming.names.get(logicalId) ?? logicalId })),
    audiences: wanted.flatMap(({ portal }) => portal.audiences),
    features: [...new Set([...wanted.flatMap(({ features }) => features), ...automation.features])],
  };
}

/** The documents and associations of Systems Manager that go with the catalog's automation role. */
function automationOf({ resources }: PortalTemplate, features: readonly CatalogFeature[]) {
  if (features.length === 0) return { resources: [], features: [] };
  const found = Object.keys(resources).filter((id) => /^AWS::SSM::(Document|Association)$/.test(String(resources[id]?.['Type'])));
  return { resources: found, features: found.length > 0 ? features.map(({ id }) => id) : [] };
}

/** Policies point at their roles, not the other way round. */
const policiesOf = (roles: readonly string[], { resources }: PortalTemplate): readonly string[] =>
  Object.keys(resources).filter(
    (id) =>
      /^AWS::IAM::(Managed|Role)?Policy$/.test(String(resources[id]?.['Type'])) &&
      references(fieldsOf(resources[id]?.['Properties'])).some(({ name }) => roles.includes(name)),
  );

/** Our template has its own identity providers: references to the portal's become ARNs. */
const providersOf = ({ resources }: PortalTemplate, tenant: string): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(resources).flatMap(([id, resource]) => {
      if (resource['Type'] !== 'AWS::IAM::OIDCProvider') return [];
      const url = JSON.stringify(fieldsOf(resource['Properties'])['Url'] ?? '');
      const ours = catalog.providers.find((provider) => url.includes(providerPath(provider, tenant)));
      if (!ours) return [];
      return [[id, `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/${providerPath(ours, tenant)}`]];
    }),
  );

const ourRoles = (portal: readonly PortalRole[], roles: readonly CatalogRole[]): ReadonlyMap<string, string> =>
  new Map(
    portal.flatMap(({ logicalId, role }) =>
      role && roles.some(({ id }) => id === role.id) ? [[logicalId, templateNames.roleResource(role)]] : [],
    ),
  );

const prefixed = (names: ReadonlySet<string>, used: ReadonlySet<string>): ReadonlyMap<string, string> =>
  new Map([...names].filter((name) => used.has(name)).map((name) => [name, `Portal${name}`]));
