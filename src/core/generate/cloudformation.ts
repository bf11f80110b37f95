import { catalog, type CatalogRole } from '../catalog/catalog';
import { featuresOn } from '../catalog/features-on';
import { requiredRoles } from '../catalog/required-roles';
import type { Connector } from '../model/connector';
import { takePortalRoles, type PortalPart, type TakenRole } from './portal/take-portal-roles';
import { templateContent, type TemplateContent } from './template-content';
import { templateParameters } from './template-parameters';
import { tenantOf } from './tenant-of';
import { unknownFeature, type UnknownFeature } from './unknown-feature';
import { withPortalPart } from './with-portal-part';
import { writeTemplate, type WrittenTemplate } from './write-template';

export interface GenerateOptions {
  readonly generatorVersion: string;
  readonly format: 'json' | 'yaml';
  /** The portal's template as plain data, where the user has one: gives roles that the catalog does not know. */
  readonly portalTemplate?: unknown;
}

export interface GeneratedTemplate extends WrittenTemplate {
  readonly body: Readonly<Record<string, unknown>>;
  /** Features that are on and that the template does not give, or not whole. */
  readonly unknown: readonly UnknownFeature[];
  /** Roles taken from the portal's template. */
  readonly taken: readonly TakenRole[];
}

/**
 * The CloudFormation template of a connector: for the account itself, and for the StackSet of a management account.
 * Same connector, same bytes.
 */
export function generateTemplate(connector: Connector, options: GenerateOptions): GeneratedTemplate {
  const roles = requiredRoles(connector.plans).map(({ role }) => role).filter((role) => isKnown(role, connector));
  const ours = templateContent(roles, connector);
  const part = portalPart(connector, options, roles, ours);
  const content = withPortalPart(ours, part);
  const unknown = unknownFeatures(connector, options).filter(({ feature }) => !part.features.includes(feature));
  const parameters = templateParameters(content, connector);
  const body = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'Identity providers and roles that Microsoft Defender for Cloud needs in this account',
    Metadata: { DefenderConnectors: metadata(connector, options, unknown, part) },
    // A name that both have is one parameter; ours stays, for its default is the connector's.
    Parameters: { ...parameters, ...part.parameters, ...parameters },
    ...content,
  };
  return { ...writeTemplate(body, options.format), body, unknown, taken: part.roles };
}

const isKnown = ({ trust, policies, managedPolicies }: CatalogRole, { access }: Connector): boolean =>
  trust !== null && policies[access] !== null && managedPolicies[access] !== null;

const portalPart = (
  connector: Connector,
  { portalTemplate }: GenerateOptions,
  roles: readonly CatalogRole[],
  { Resources, Conditions }: TemplateContent,
): PortalPart =>
  takePortalRoles(portalTemplate, {
    features: featuresOn(connector.plans).filter(({ unknown, leftOut }) => unknown !== null || leftOut !== null),
    roles,
    tenant: tenantOf(connector),
    resources: new Set(Object.keys(Resources)),
    conditions: new Set(Object.keys(Conditions)),
  });

const unknownFeatures = ({ plans }: Connector, { portalTemplate }: GenerateOptions): readonly UnknownFeature[] =>
  featuresOn(plans).flatMap((feature) => unknownFeature(feature, portalTemplate === undefined ? download : downloadAgain) ?? []);

const download = "Download the portal's template for this connector and keep it beside the connector file.";

const downloadAgain = "The portal's template at hand does not give it: download the template again with this feature on.";

const metadata = (
  connector: Connector,
  { generatorVersion }: GenerateOptions,
  unknown: readonly UnknownFeature[],
  { roles }: PortalPart,
) => ({
  GeneratorVersion: generatorVersion,
  CatalogChecked: catalog.checked,
  Connector: connector.name,
  Tenant: tenantOf(connector),
  Access: connector.access,
  Features: featuresOn(connector.plans).map(({ id }) => id),
  NotKnown: unknown.map(({ feature }) => feature),
  ...(roles.length > 0 && { FromPortal: roles.map(({ resource }) => resource) }),
});
