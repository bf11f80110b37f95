import { resourceType } from '../catalog/resource-types';
import type { IamRole, RolePolicies } from '../model/iam-role';
import type { IdentityProvider } from '../model/identity-provider';
import { asJson, resourcesOf, type Json, type TemplateBody } from './template-body';
import { resolveValue } from './resolve-value';
import type { TemplateScope } from './template-scope';

/** Something that exists and that a stack is to take over. */
export interface ResourceToImport {
  readonly logicalId: string;
  readonly type: string;
  /** Name or ARN, as `importedBy` of the type says. */
  readonly identifier: string;
  /** As it is now: the import finds nothing to change, and the deployment after it shows what it changes. */
  readonly properties: Json;
}

/** `{"RoleName": "CspmMonitorAws"}`, or undefined for a type whose identifier is not known. */
export function importIdentifier({ type, identifier }: Pick<ResourceToImport, 'type' | 'identifier'>): Readonly<Record<string, string>> | undefined {
  const property = resourceType(type)?.importedBy;
  return property === undefined ? undefined : { [property]: identifier };
}

/**
 * The stack's present template and what it takes over, and nothing else: CloudFormation refuses an import that adds,
 * changes or removes anything besides. A stack that is not there yet begins with what is imported.
 */
export function importTemplate(present: TemplateBody | null, wanted: TemplateBody, imports: readonly ResourceToImport[]): TemplateBody {
  const base = present ?? { AWSTemplateFormatVersion: wanted['AWSTemplateFormatVersion'] ?? '2010-09-09', Description: wanted['Description'] };
  const taken = imports.map(({ logicalId, type, properties }) => [logicalId, { Type: type, DeletionPolicy: 'Retain', Properties: properties }] as const);
  return { ...base, Resources: { ...asJson(base['Resources']), ...Object.fromEntries(taken) } };
}

/** Tags are left out: what the template does not name stays as it is. */
export const providerAsItIs = (url: string, { audiences, thumbprints }: IdentityProvider): Json => ({
  Url: url,
  ClientIdList: audiences,
  ThumbprintList: thumbprints,
});

export const roleAsItIs = (logicalId: string, { name, trust }: IamRole, { attached, inline }: RolePolicies, scope: TemplateScope): Json => ({
  RoleName: name,
  ...fixed(logicalId, ['Path'], scope),
  AssumeRolePolicyDocument: trust,
  ...(attached.length > 0 && { ManagedPolicyArns: attached.map(({ arn }) => arn) }),
  ...(inline.length > 0 && { Policies: inline.map((policy) => ({ PolicyName: policy.name, PolicyDocument: policy.document })) }),
});

export const policyAsItIs = (logicalId: string, name: string, document: unknown, scope: TemplateScope): Json => ({
  ManagedPolicyName: name,
  ...fixed(logicalId, ['Path', 'Description'], scope),
  PolicyDocument: document,
});

/** What cannot be changed without a new resource: as the template has it, or the next deployment would replace it. */
function fixed(logicalId: string, names: readonly string[], scope: TemplateScope): Json {
  const properties = asJson(resourcesOf(scope.body).find((each) => each.logicalId === logicalId)?.properties);
  return Object.fromEntries(names.flatMap((name) => (name in properties ? [[name, resolveValue(properties[name], scope)]] : [])));
}
