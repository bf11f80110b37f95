import type { CatalogProvider, CatalogRole } from '../catalog/catalog';

/** Names that resources, parameters and outputs of a generated template go by. */
export const templateNames = {
  roleResource: ({ id }: Pick<CatalogRole, 'id'>): string => `${pascal(id)}Role`,
  /** `part` counts from 1; the first has no number. */
  policyResource: ({ id }: Pick<CatalogRole, 'id'>, part: number): string => `${pascal(id)}Policy${part === 1 ? '' : part}`,
  roleOutput: ({ id }: Pick<CatalogRole, 'id'>): string => `${pascal(id)}RoleArn`,
  roleParameter: ({ portalParameter, parameter }: CatalogRole): string | null => portalParameter ?? parameter,
  providerResource: ({ logicalId }: CatalogProvider): string => logicalId ?? 'CiemOIDCIdentityProvider',
  /** Whether the stack creates the provider. */
  providerCondition: ({ id }: CatalogProvider): string => (id === 'defender' ? 'ShouldCreateOidc' : 'ShouldCreateCiemOidc'),
  /** 'true' where the account already has the provider; whoever deploys has to look first. */
  providerParameter: ({ id }: CatalogProvider): string =>
    id === 'defender' ? 'DefenderIdentityProviderExists' : 'CiemIdentityProviderExists',
} as const;

const pascal = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);
