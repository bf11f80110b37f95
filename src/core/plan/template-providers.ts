import { resolveValue } from './resolve-value';
import { asList, parametersOf, resourcesOf, type TemplateParameter, type TemplateResource } from './template-body';
import { holds, parametersBehind, type TemplateScope, type Values } from './template-scope';

/** An identity provider that a template can make. */
export interface TemplateProvider {
  readonly logicalId: string;
  readonly url: string;
  readonly audiences: readonly string[];
  /** The template makes it with the values at hand. */
  readonly made: boolean;
}

export const providersIn = (scope: TemplateScope): readonly TemplateProvider[] =>
  resourcesOf(scope.body)
    .filter(({ type }) => type === 'AWS::IAM::OIDCProvider')
    .map((resource) => ({
      logicalId: resource.logicalId,
      url: String(resolveValue(resource.properties['Url'], scope) ?? ''),
      audiences: asList(resolveValue(resource.properties['ClientIdList'], scope)).map(String),
      made: isMade(resource, scope),
    }));

/**
 * The parameter value with which a template makes a provider, or leaves it out, and is otherwise the same.
 * `{}` when that is so already; null when the template cannot be told.
 */
export function valuesToMake(logicalId: string, wanted: boolean, scope: TemplateScope): Values | null {
  const resource = resourcesOf(scope.body).find((each) => each.logicalId === logicalId);
  if (!resource || isMade(resource, scope) === wanted) return {};
  if (resource.condition === null) return null;
  const names = parametersBehind(resource.condition, scope.body);
  const candidates = parametersOf(scope.body)
    .filter(({ key }) => names.includes(key))
    .flatMap((parameter) => alternatives(parameter).map((value): Values => ({ [parameter.key]: value })));
  return candidates.find((values) => changesOnly(resource, scope, values)) ?? null;
}

function changesOnly(resource: TemplateResource, scope: TemplateScope, values: Values): boolean {
  const other = { ...scope, values: { ...scope.values, ...values } };
  return resourcesOf(scope.body).every(
    (each) => (isMade(each, scope) !== isMade(each, other)) === (each.logicalId === resource.logicalId),
  );
}

const isMade = ({ condition }: TemplateResource, scope: TemplateScope) => condition === null || holds(condition, scope);

const alternatives = ({ allowed, default: preset }: TemplateParameter): readonly string[] =>
  allowed.length > 0 ? allowed : preset === 'true' || preset === 'false' ? ['true', 'false'] : [];
