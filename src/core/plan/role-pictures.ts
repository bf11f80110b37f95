import { permissionsOf, type Permissions } from './policy-statements';
import { resolveValue } from './resolve-value';
import { asJson, asList, resourcesOf, type Json } from './template-body';
import { holds, type TemplateScope } from './template-scope';
import { trustLines } from './trust-lines';

/** A role with all that gives it permissions, however the template spreads it over resources. */
export interface RolePicture {
  readonly logicalId: string;
  /** Null where CloudFormation chooses it. */
  readonly name: string | null;
  readonly trust: readonly string[];
  readonly permissions: Permissions;
  /** ARNs of policies that AWS keeps, sorted. */
  readonly managedPolicies: readonly string[];
}

/** The roles that a template makes with these values, by logical id. */
export function rolePictures(scope: TemplateScope): ReadonlyMap<string, RolePicture> {
  const made = resourcesOf(scope.body)
    .filter(({ condition }) => condition === null || holds(condition, scope))
    .map((resource) => ({ ...resource, properties: asJson(resolveValue(resource.properties, scope)) }));
  const policies = made.filter(({ type }) => type === 'AWS::IAM::ManagedPolicy' || type === 'AWS::IAM::Policy' || type === 'AWS::IAM::RolePolicy');
  return new Map(made.filter(({ type }) => type === 'AWS::IAM::Role').map((role) => [role.logicalId, toPicture(role, policies)]));
}

interface Resolved {
  readonly logicalId: string;
  readonly properties: Json;
}

function toPicture({ logicalId, properties }: Resolved, policies: readonly Resolved[]): RolePicture {
  const name = typeof properties['RoleName'] === 'string' ? properties['RoleName'] : null;
  const arns = asList(properties['ManagedPolicyArns']).map(String);
  const isOurs = (policy: Resolved) =>
    arns.includes(`\${${policy.logicalId}}`) ||
    [...asList(policy.properties['Roles']), ...asList(policy.properties['RoleName'])].some((role) => role === `\${${logicalId}}` || (name !== null && role === name));
  const documents = [
    ...asList(properties['Policies']).map((policy) => asJson(policy)['PolicyDocument']),
    ...policies.filter(isOurs).map((policy) => policy.properties['PolicyDocument']),
  ];
  return {
    logicalId,
    name,
    trust: trustLines(properties['AssumeRolePolicyDocument']),
    permissions: permissionsOf(documents),
    managedPolicies: arns.filter((arn) => !arn.startsWith('${')).sort(),
  };
}
