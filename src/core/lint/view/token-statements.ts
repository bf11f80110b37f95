import { type CatalogProvider, catalog } from '../../catalog/catalog';
import { providerFor } from '../../catalog/provider-for';
import { providerById } from '../../catalog/provider-by-id';
import { defenderTenant } from './provider-view';
import type { RoleView } from './role-view';
import type { TemplateView } from './template-view';
import type { TrustStatement } from './trust-statement';

/** A statement by which a token opens one of Defender's roles, and the provider whose token it is. */
export interface TokenStatement {
  readonly role: RoleView;
  readonly statement: TrustStatement;
  readonly provider: CatalogProvider;
}

export const tokenStatements = ({ roles }: Pick<TemplateView, 'roles'>): readonly TokenStatement[] =>
  roles.flatMap(tokenStatementsOf);

/** None for a role that is not Defender's. */
export const tokenStatementsOf = (role: RoleView | undefined): readonly TokenStatement[] => (role?.isDefenders ? kept(role) : []);

const known = new WeakMap<RoleView, readonly TokenStatement[]>();

function kept(role: RoleView): readonly TokenStatement[] {
  const found = known.get(role) ?? ofStatements(role);
  known.set(role, found);
  return found;
}

const ofStatements = (role: RoleView): readonly TokenStatement[] =>
  role.statements
    .filter(({ isWebIdentity }) => isWebIdentity)
    .flatMap((statement) => {
      const provider = providerOf(role, statement);
      return provider ? [{ role, statement, provider }] : [];
    });

/** What the role needs, where the role is known; else the provider that the statement names. */
function providerOf({ known }: RoleView, { principals, conditions }: TrustStatement): CatalogProvider | undefined {
  const needed = known && providerFor(known);
  if (needed) return needed;
  const named = [...principals.map(({ value }) => value.text), ...conditions.map(({ key }) => String(key.value))];
  return named.some((text) => text.toLowerCase().includes(defenderTenant)) ? providerById('defender') : undefined;
}

/** The provider's URL without its scheme, as ARNs and condition keys have it; undefined while the tenant is not known. */
export function pathOf({ url }: CatalogProvider, tenant: string | undefined): string | undefined {
  const path = url.replace('https://', '');
  if (!path.includes('<tenant>')) return path;
  return tenant && path.replace('<tenant>', tenant.toLowerCase());
}

/** Every audience of a provider. */
export const audiencesOf = ({ id }: CatalogProvider): readonly string[] =>
  catalog.audiences.filter(({ provider }) => provider === id).map(({ audience }) => audience);
