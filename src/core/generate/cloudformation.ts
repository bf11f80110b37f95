import { catalog, type CatalogProvider, type CatalogRole } from '../catalog/catalog';
import { featuresOn } from '../catalog/features-on';
import { providerFor } from '../catalog/provider-for';
import { requiredRoles } from '../catalog/required-roles';
import type { Connector } from '../model/connector';
import { fillerFor, tenantOf } from './filler';
import { providerCondition, providerResource } from './provider-resources';
import { roleResources, type Resources } from './role-resources';
import { templateNames } from './template-names';
import { templateParameters } from './template-parameters';
import { unknownFeature, type UnknownFeature } from './unknown-feature';
import { writeTemplate, type WrittenTemplate } from './write-template';

export interface GenerateOptions {
  readonly generatorVersion: string;
  readonly format: 'json' | 'yaml';
  /** The portal's template as plain data, where the user has one: gives roles that the catalog does not know. */
  readonly portalTemplate?: unknown;
}

export interface GeneratedTemplate extends WrittenTemplate {
  readonly body: Readonly<Record<string, unknown>>;
  readonly unknown: readonly UnknownFeature[];
}

/**
 * The CloudFormation template of a connector: for the account itself, and for the StackSet of a management account.
 * Same connector, same bytes.
 */
export function generateTemplate(connector: Connector, options: GenerateOptions): GeneratedTemplate {
  const roles = requiredRoles(connector.plans).map(({ role }) => role);
  const known = roles.filter((role) => isKnown(role, connector));
  const unknown = featuresOn(connector.plans).flatMap((feature) => unknownFeature(feature) ?? []);
  const content = templateContent(known, connector);
  const body = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'Identity providers and roles that Microsoft Defender for Cloud needs in this account',
    Metadata: { DefenderConnectors: metadata(connector, options, unknown) },
    Parameters: templateParameters(content, connector),
    ...content,
  };
  return { ...writeTemplate(body, options.format), body, unknown };
}

const isKnown = ({ trust, policies, managedPolicies }: CatalogRole, { access }: Connector): boolean =>
  trust !== null && policies[access] !== null && managedPolicies[access] !== null;

const metadata = (connector: Connector, { generatorVersion }: GenerateOptions, unknown: readonly UnknownFeature[]) => ({
  GeneratorVersion: generatorVersion,
  CatalogChecked: catalog.checked,
  Connector: connector.name,
  Tenant: tenantOf(connector),
  Access: connector.access,
  Features: featuresOn(connector.plans).map(({ id }) => id),
  NotKnown: unknown.map(({ feature }) => feature),
});

function templateContent(roles: readonly CatalogRole[], connector: Connector) {
  const filler = fillerFor(connector, new Set(roles.map(({ id }) => id)));
  const needed = new Set(roles.map((role) => providerFor(role)?.id));
  const providers = catalog.providers.filter(({ id }) => needed.has(id));
  return {
    Conditions: conditions(providers),
    Resources: joined([
      ...providers.map((provider) => providerResource(provider, tenantOf(connector), [])),
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
    providers.map(providerCondition).map(({ name, parameter }) => [name, { 'Fn::Equals': [{ Ref: parameter }, 'false'] }]),
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
        Description: `ARN of the role ${role.id}`,
        Value: { 'Fn::GetAtt': [templateNames.roleResource(role), 'Arn'] },
      },
    ]),
  ),
});
