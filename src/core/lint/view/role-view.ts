import { shown } from '../../document/shown';
import { catalog, type CatalogRole } from '../../catalog/catalog';
import { iam } from '../../catalog/iam';
import { roleById } from '../../catalog/role-by-id';
import { roleByName } from '../../catalog/role-by-name';
import { entryOf } from '../../document/entry-of';
import type { Connector } from '../../model/connector';
import { defenderTenant, sentinelAudience } from './provider-view';
import { resolveText, type ResolvedText, type Scope } from './resolved-text';
import { isConditional, type ResourceView } from './resource-view';
import { type AttachedPolicies, attachedPolicies } from './attached-policies';
import { type TrustStatement, trustPolicy } from './trust-statement';

/** An `AWS::IAM::Role` of a template. */
export interface RoleView {
  readonly resource: ResourceView;
  readonly name: ResolvedText | undefined;
  /** The name to call it by: that of the role where it is known, else of the resource. */
  readonly label: string;
  /** Statements of its trust policy that allow something. */
  readonly statements: readonly TrustStatement[];
  readonly denies: readonly TrustStatement[];
  /** False where a part of the trust policy is made by a function: it may hold more statements. */
  readonly trustIsWhole: boolean;
  /** What the role itself says of its permissions; policies that name the role stand elsewhere. */
  readonly attached: AttachedPolicies;
  /** The role of Defender's that it is, by its parameter or its name. */
  readonly known: CatalogRole | undefined;
  /** True for roles of Defender's and for roles that trust its provider; false for Sentinel's. */
  readonly isDefenders: boolean;
  /** Principals by which a classic connector comes in, which is retired. */
  readonly classic: readonly ResolvedText[];
  /** True for one that is made under a condition alone. */
  readonly isConditional: boolean;
}

export function roleView(resource: ResourceView, scope: Scope, connector: Connector | undefined): RoleView {
  const nameNode = entryOf(resource.properties, 'RoleName')?.value;
  const name = nameNode && resolveText(nameNode, scope);
  const parameter = entryOf(nameNode, 'Ref')?.value;
  const known = knownRole(parameter?.kind === 'scalar' ? String(parameter.value) : undefined, name, connector);
  const trust = trustPolicy(entryOf(resource.properties, 'AssumeRolePolicyDocument')?.value, scope);
  const statements = trust.statements.filter(({ effect }) => effect === 'Allow');
  const denies = trust.statements.filter(({ effect }) => effect === 'Deny');
  const attached = attachedPolicies(resource, scope);
  const label = shown(name?.known ? name.text : String(resource.logicalId.value));
  const isDefenders = !isSentinels(name, statements, known) && (known !== undefined || statements.some(trustsDefender));
  return { resource, name, label, statements, denies, trustIsWhole: trust.isWhole, attached, known, isDefenders, classic: classicPrincipals(statements), isConditional: isConditional(resource) };
}

const classicPrincipals = (statements: readonly TrustStatement[]): readonly ResolvedText[] =>
  statements
    .flatMap(({ principals }) => principals)
    .filter(({ kind, value }) => kind === 'AWS' && classicAccount !== undefined && value.text.includes(classicAccount))
    .map(({ value }) => value);

const classicAccount = iam.microsoftAccounts.find(({ use }) => use === 'classic')?.account;

function knownRole(
  parameter: string | undefined,
  name: ResolvedText | undefined,
  connector: Connector | undefined,
): CatalogRole | undefined {
  const byParameter = catalog.parameters.find((entry) => entry.name === parameter)?.role;
  if (byParameter) return roleById(byParameter);
  if (!name?.known) return undefined;
  const renamed = Object.entries(connector?.roles ?? {}).find(([, own]) => own === name.text);
  return renamed ? roleById(renamed[0]) : roleByName(name.text.replace(/\$\{[^{}]*\}/g, 'x'))?.role;
}

/** A principal or a condition key names the tenant that issues Defender's tokens. */
const trustsDefender = ({ principals, conditions }: TrustStatement): boolean =>
  principals.some(({ kind, value }) => kind === 'Federated' && namesTenant(value.text)) ||
  conditions.some(({ key }) => namesTenant(String(key.value)));

const namesTenant = (text: string): boolean => text.toLowerCase().includes(defenderTenant);

/** Sentinel's roles start with OIDC_, or accept its sessions or its audience; one role of Defender's shares the latter. */
function isSentinels(
  name: ResolvedText | undefined,
  statements: readonly TrustStatement[],
  known: CatalogRole | undefined,
): boolean {
  if (/^OIDC_/i.test(name?.text ?? '')) return true;
  const values = statements.flatMap(({ conditions }) => conditions.flatMap((condition) => condition.values));
  if (values.some(({ text }) => text.startsWith('MicrosoftSentinel_'))) return true;
  return known === undefined && values.some(({ text }) => text === sentinelAudience);
}
