import type { CatalogFeature } from '../catalog/catalog';

/** A feature that is on and that the template does not give, or not whole. */
export interface UnknownFeature {
  /** Feature id of the catalog. */
  readonly feature: string;
  readonly label: string;
  /** One sentence: what is not known. */
  readonly reason: string;
  /** One sentence: what to do about it. */
  readonly action: string;
  /** Its roles are in the template; something beside them is missing. */
  readonly partial: boolean;
}

/** Undefined where the catalog gives the whole feature. */
export function unknownFeature({ id, label, unknown, leftOut }: CatalogFeature, action: string): UnknownFeature | undefined {
  const reason = unknown ?? leftOut;
  return reason === null ? undefined : { feature: id, label, reason, action, partial: unknown === null };
}
