import { resolveValue } from './resolve-value';
import { asJson, resourcesOf, type TemplateResource } from './template-body';
import { holds, type TemplateScope } from './template-scope';

/** A resource of a template that takes a name which is unique in the account. */
export interface NamedResource {
  readonly logicalId: string;
  readonly type: NamedType;
  readonly name: string;
  readonly path: string;
  /** The parameter that is the name, so that another one can be chosen; null where the template fixes it. */
  readonly parameter: string | null;
}

export type NamedType = 'AWS::IAM::Role' | 'AWS::IAM::ManagedPolicy';

const nameProperties: Readonly<Record<NamedType, string>> = {
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
};

/** Those that the template makes with the values at hand and whose names it says. The others get names that nobody has. */
export const namedResources = (scope: TemplateScope): readonly NamedResource[] =>
  resourcesOf(scope.body)
    .filter(({ condition }) => condition === null || holds(condition, scope))
    .flatMap((resource) => (isNamed(resource) ? named(resource, scope) : []));

function named(resource: TemplateResource & { readonly type: NamedType }, scope: TemplateScope): readonly NamedResource[] {
  const { logicalId, type, properties } = resource;
  const written = properties[nameProperties[type]];
  const name = resolveValue(written, scope);
  if (typeof name !== 'string' || name.includes('${')) return [];
  const path = resolveValue(properties['Path'], scope);
  const { Ref: parameter } = asJson(written);
  return [
    {
      logicalId,
      type,
      name,
      path: typeof path === 'string' ? path : '/',
      parameter: typeof parameter === 'string' && parameter in asJson(scope.body['Parameters']) ? parameter : null,
    },
  ];
}

const isNamed = (resource: TemplateResource): resource is TemplateResource & { readonly type: NamedType } =>
  Object.hasOwn(nameProperties, resource.type);
