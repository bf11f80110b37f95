import { catalog, type CatalogProvider, type CatalogRole } from '../catalog/catalog';
import { providerFor } from '../catalog/provider-for';
import type { Connector } from '../model/connector';
import { fillerFor } from './filler';
import { providerResource } from './provider-resource';
import { roleResources, type Resources } from './role-resources';
import { templateNames } from './template-names';
import { tenantOf } from './tenant-of';

export interface TemplateContent {
  readonly Conditions: Readonly<Record<string, unknown>>;
  readonly Resources: Resources;
  readonly Outputs: Readonly<Record<string, unknown>>;
}

/** What the catalog gives for these roles: their providers, the roles with their policies, and their ARNs. */
export function templateContent(roles: readonly CatalogRole[], connector: Connector): TemplateContent {
  const filler = fillerFor(connector);
  const needed = new Set(roles.map((role) => providerFor(role)?.id));
  const providers = catalog.providers.filter(({ id }) => needed.has(id));
  return {
    Conditions: conditions(providers),
    Resources: joined([
      ...providers.map((provider) => providerResource(provider, tenantOf(connector))),
      ...roles.map((role) => roleResources(role, connector, filler)),
    ]),
    Outputs: outputs(roles),
  };
}

const joined = (resources: readonly Resources[]): Resources =>
  Object.fromEntries(resources.flatMap((some) => Object.entries(some)));

const conditions = (providers: readonly CatalogProvider[]) => ({
  IsSingleAccountOnboarding: { 'Fn::Equals': [{ Ref: 'IsManagementAccountOnboarding' }, 'false'] },
  ...Object.fromEntries(
    providers.map((provider) => [
      templateNames.providerCondition(provider),
      { 'Fn::Equals': [{ Ref: templateNames.providerParameter(provider) }, 'false'] },
    ]),
  ),
});

const outputs = (roles: readonly CatalogRole[]) => ({
  Onboarding: {
    Description: 'What the account was onboarded as',
    Value: { 'Fn::If': ['IsSingleAccountOnboarding', 'single account', 'management account'] },
  },
  ...Object.fromEntries(
    roles.map((role) => [
      templateNames.roleOutput(role),
      {
        Description: `ARN of the role: ${roleWords(role)}`,
        Value: { 'Fn::GetAtt': [templateNames.roleResource(role), 'Arn'] },
      },
    ]),
  ),
});

/** As the role describes itself in the account; else by its usual name, without the part that is known at deployment only. */
const roleWords = ({ id, description, defaultName }: CatalogRole): string =>
  (description ?? defaultName ?? id).replace(/\.$/, '').replace(/-?(\$\{|<).*$/, '');
