import { matchesPattern } from './matches-pattern';
import type { PolicyStatement, PolicyText } from './policy-statement';
import type { PolicyView } from './policy-view';
import { plainArn } from './provider-arn';
import type { ResolvedText } from './resolved-text';
import type { RoleView } from './role-view';

/** What the policies of a template let a role do. */
export interface RolePermissions {
  readonly policies: readonly PolicyText[];
  readonly statements: readonly PolicyStatement[];
  /** Policies that AWS keeps, by their names. */
  readonly awsPolicies: readonly AwsPolicy[];
  /** False where the role has more than the file tells. */
  readonly isWhole: boolean;
}

export interface AwsPolicy {
  readonly name: string;
  readonly arn: ResolvedText;
}

export function permissionsOf(role: RoleView, policies: readonly PolicyView[]): RolePermissions {
  const references = role.attached.managed.map((reference) => ({
    ...reference,
    policy: policies.find(({ resource }) => resource.logicalId.value === reference.logicalId),
    awsName: awsPolicyName(reference.value),
  }));
  const named = policies.filter((policy) => names(policy, role));
  const own = new Set<PolicyText>([...role.attached.inline, ...references.flatMap(({ policy }) => policy ?? []), ...named]);
  const all = [...own];
  return {
    policies: all,
    statements: all.flatMap(({ statements }) => statements),
    awsPolicies: references.flatMap(({ awsName, value }) => (awsName === undefined ? [] : [{ name: awsName, arn: value }])),
    isWhole:
      role.attached.isWhole && all.every(({ isWhole }) => isWhole) && references.every(({ policy, awsName }) => policy !== undefined || awsName !== undefined),
  };
}

const awsPolicyName = ({ text }: ResolvedText): string | undefined => /^arn:[^:]+:iam::aws:policy\/(?:.*\/)?([^/]+)$/.exec(plainArn(text))?.[1];

/** By `Ref`, or by the role's name. */
export const names = ({ roles }: PolicyView, { resource, name }: RoleView): boolean =>
  roles.some(({ logicalId, value }) => logicalId === resource.logicalId.value || (name?.known && value.known && value.text === name.text));

/** Whether some statement allows an action, on whatever resource. The action may itself have wildcards. */
export const allows = ({ statements }: Pick<RolePermissions, 'statements'>, action: string): boolean =>
  statements.some((statement) => statement.effect === 'Allow' && covers(statement, action));

/** Whether a statement denies an action everywhere and always. */
export const denies = ({ statements }: Pick<RolePermissions, 'statements'>, action: string): boolean =>
  statements.some(
    (statement) => statement.effect === 'Deny' && !statement.condition && statement.resources.some(({ text }) => text === '*') && covers(statement, action),
  );

/** Actions are compared without case. */
export const coversAction = (pattern: string, action: string): boolean => matchesPattern(action.toLowerCase(), pattern.toLowerCase());

const covers = ({ actions, notAction }: PolicyStatement, action: string): boolean =>
  notAction !== undefined || actions.some(({ text }) => coversAction(text, action));
