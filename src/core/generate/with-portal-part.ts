import { providerById } from '../catalog/provider-by-id';
import type { PortalPart } from './portal/take-portal-roles';
import type { TemplateContent } from './template-content';
import { templateNames } from './template-names';

/** Our content with what a portal's template adds: its roles, all they need, and their audiences at the provider. */
export function withPortalPart(content: TemplateContent, part: PortalPart): TemplateContent & { readonly Mappings?: object } {
  const providerId = templateNames.providerResource(providerById('defender'));
  const provider = content.Resources[providerId];
  return {
    ...(Object.keys(part.mappings).length > 0 && { Mappings: part.mappings }),
    Conditions: { ...content.Conditions, ...part.conditions },
    Resources: {
      ...content.Resources,
      ...(provider && { [providerId]: withAudiences(provider, part.audiences) }),
      ...part.resources,
    },
    Outputs: { ...content.Outputs, ...Object.fromEntries(part.roles.map(({ resource }) => output(resource, part))) },
  };
}

type Resource = TemplateContent['Resources'][string];

function withAudiences(provider: Resource, audiences: readonly string[]): Resource {
  const properties = provider['Properties'] as { readonly ClientIdList: readonly string[] };
  return { ...provider, Properties: { ...properties, ClientIdList: [...new Set([...properties.ClientIdList, ...audiences])] } };
}

function output(resource: string, { resources }: PortalPart): readonly [string, unknown] {
  const condition = resources[resource]?.['Condition'];
  return [
    `${resource}Arn`,
    {
      Description: `ARN of the role ${resource} of the portal's template`,
      ...(condition !== undefined && { Condition: condition }),
      Value: { 'Fn::GetAtt': [resource, 'Arn'] },
    },
  ];
}
