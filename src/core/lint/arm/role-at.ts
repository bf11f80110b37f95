import { catalog, type CatalogRole } from '../../catalog/catalog';

/** The role of the catalog whose ARN stands at a path such as `offerings.DefenderCspmAws.vmScanners.cloudRoleArn`. */
export const roleAt = (path: string): CatalogRole | undefined => roles.get(path);

/** The catalog writes a remark behind some properties. */
const roles: ReadonlyMap<string, CatalogRole> = new Map(
  catalog.roles.flatMap((role) =>
    role.armProperties.map((property): [string, CatalogRole] => [`offerings.${property.split(' ')[0] ?? ''}`, role]),
  ),
);
