import type { CatalogRole } from '../catalog/catalog';

/** Names that resources, parameters and outputs of a generated template go by. */
export const templateNames = {
  roleResource: ({ id }: Pick<CatalogRole, 'id'>): string => `${pascal(id)}Role`,
  /** `part` counts from 1; the first has no number. */
  policyResource: ({ id }: Pick<CatalogRole, 'id'>, part: number): string => `${pascal(id)}Policy${part === 1 ? '' : part}`,
  roleOutput: ({ id }: Pick<CatalogRole, 'id'>): string => `${pascal(id)}RoleArn`,
  roleParameter: ({ portalParameter, parameter }: CatalogRole): string | null => portalParameter ?? parameter,
  ciemProvider: 'CiemOIDCIdentityProvider',
} as const;

const pascal = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);
