import { templateSyntax } from '../../catalog/template-syntax';
import { entryOf } from '../../document/entry-of';
import type { ResourceView } from '../../lint/view/resource-view';

const { identityTypes, nameProperties } = templateSyntax.capabilities;

/** What a deployment of these resources has to acknowledge of IAM; undefined for nothing. */
export function capabilityNeeded(resources: readonly ResourceView[]): 'CAPABILITY_IAM' | 'CAPABILITY_NAMED_IAM' | undefined {
  const identities = resources.filter(({ type }) => identityTypes.includes(type));
  if (identities.length === 0) return undefined;
  const isNamed = identities.some(({ type, properties }) => {
    const name = nameProperties[type];
    return name !== undefined && entryOf(properties, name) !== undefined;
  });
  return isNamed ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM';
}
