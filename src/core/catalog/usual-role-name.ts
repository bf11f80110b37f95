import type { CatalogRole } from './catalog';

/** A role's usual name as people read it: without the end that a deployment fills in. */
export const usualRoleName = ({ id, defaultName }: Pick<CatalogRole, 'id' | 'defaultName'>): string =>
  (defaultName ?? id).replace(/-?(?:\$\{|<).*$/, '-…');
