import { limit } from '../catalog/limit';
import { resolveValue } from './resolve-value';
import { asList, resourcesOf } from './template-body';
import { holds, type TemplateScope } from './template-scope';

export interface QuotaUse {
  readonly what: string;
  /** After the deployment. */
  readonly wanted: number;
  readonly allowed: number;
}

/** What a deployment would use of IAM's quotas. `summary` is the account's own, by IAM's names; `owned` are the stack's logical ids. */
export function quotaUses(scope: TemplateScope, summary: Readonly<Record<string, number>>, owned: ReadonlySet<string>): readonly QuotaUse[] {
  const made = resourcesOf(scope.body).filter(({ condition }) => condition === null || holds(condition, scope));
  const added = (type: string) => made.filter((resource) => resource.type === type && !owned.has(resource.logicalId)).length;
  const attached = made.map(({ properties }) => asList(resolveValue(properties['ManagedPolicyArns'], scope)).length);
  const uses = [
    { what: 'roles', wanted: known(summary['Roles'], added('AWS::IAM::Role')), allowed: summary['RolesQuota'] },
    { what: 'managed policies', wanted: known(summary['Policies'], added('AWS::IAM::ManagedPolicy')), allowed: summary['PoliciesQuota'] },
    // IAM counts SAML and OpenID Connect providers together and does not say how many there may be.
    { what: 'identity providers', wanted: known(summary['Providers'], added('AWS::IAM::OIDCProvider')), allowed: limit('providersPerAccount') },
    { what: 'policies on one role', wanted: Math.max(0, ...attached), allowed: summary['AttachedPoliciesPerRoleQuota'] },
  ];
  return uses.flatMap(({ what, wanted, allowed }) => (wanted === undefined || allowed === undefined ? [] : [{ what, wanted, allowed }]));
}

const known = (present: number | undefined, added: number) => (present === undefined ? undefined : present + added);
