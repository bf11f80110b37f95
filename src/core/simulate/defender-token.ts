import { catalog, type CatalogRole } from '../catalog/catalog';
import { providerFor } from '../catalog/provider-for';
import { providerPath } from '../catalog/provider-path';
import type { Token } from './token';

/**
 * The token that Defender for Cloud presents for a role; undefined for roles that no token opens, or where the
 * customer's tenant issues it and is not known.
 */
export function defenderToken(role: CatalogRole, tenant: string | undefined): Token | undefined {
  const provider = providerFor(role);
  if (!provider || role.audience === null) return undefined;
  if (provider.url.includes('<tenant>') && tenant === undefined) return undefined;
  const subject = subjectOf(role);
  return {
    issuer: `https://${providerPath(provider, tenant?.toLowerCase() ?? '')}`,
    audience: role.audience,
    session: provider.id === 'defender' && tenant ? `${catalog.sessionName.prefix}${tenant.toLowerCase()}` : undefined,
    ...(subject !== undefined && { subject }),
  };
}

/** As the published trust policy asks for it. */
function subjectOf({ trust }: CatalogRole): string | undefined {
  const value = trust?.flatMap(({ conditions }) => conditions).find(({ key }) => key.endsWith(':sub'))?.values[0];
  const parameter = /^<parameter:(\w+)>$/.exec(value ?? '')?.[1];
  return parameter ? (catalog.parameters.find(({ name }) => name === parameter)?.default ?? undefined) : value;
}
