import json from '../../../schemas/catalog.json';
import type { AccessType } from '../model/connector';

/** Every fact of Defender and AWS that the product states. `schemas/catalog.schema.json` holds the file to this shape. */
export interface Catalog {
  /** Day the facts were last checked against their sources, ISO date. */
  readonly checked: string;
  readonly sources: Readonly<Record<string, CatalogSource>>;
  readonly sessionName: Sourced & { readonly prefix: string; readonly maxLength: number };
  readonly providers: readonly CatalogProvider[];
  readonly audiences: readonly CatalogAudience[];
  readonly plans: readonly CatalogPlan[];
  readonly roles: readonly CatalogRole[];
  readonly parameters: readonly CatalogParameter[];
  readonly regions: readonly CatalogRegion[];
  readonly scanIntervals: Sourced & { readonly hours: readonly number[]; readonly defaultHours: number };
  readonly limits: Readonly<Record<string, Sourced & { readonly value: number; readonly unit: string }>>;
}

/** Where a fact comes from (keys of `Catalog.sources`) and when it was last compared with it (ISO date). */
export interface Sourced {
  readonly sources: readonly string[];
  readonly checked: string;
}

export interface CatalogSource {
  readonly kind: 'official document' | 'real template' | 'inferred';
  readonly title: string;
  /** A page a reader can open, or null where the source is a file in a repository's history. */
  readonly url: string | null;
  readonly reference: string;
}

/** An OpenID Connect identity provider that the connected account needs. */
export interface CatalogProvider extends Sourced {
  readonly id: 'defender' | 'ciem';
  /** Known only for Defender's provider. */
  readonly logicalId: string | null;
  /** With its trailing slash; `<tenant>` stands for the customer's Entra tenant id. */
  readonly url: string;
  readonly thumbprints: readonly string[];
  readonly note: string;
}

export interface CatalogAudience extends Sourced {
  readonly audience: string;
  readonly purpose: string;
  readonly provider: 'defender' | 'ciem' | 'sentinelGovernment';
  /** Role ids that trust it; empty where only Sentinel does. */
  readonly roles: readonly string[];
}

export interface CatalogPlan extends Sourced {
  readonly id: PlanId;
  readonly displayName: string;
  readonly offeringTypes: readonly string[];
  readonly features: readonly CatalogFeature[];
}

/** `foundational` is always on; the others are the keys of a connector file's `plans`. */
export type PlanId = 'foundational' | 'defenderCspm' | 'servers' | 'containers' | 'databases';

export interface CatalogFeature extends Sourced {
  /** `<plan id>.<key in the connector file>`; `foundational.posture` for the always-on part. */
  readonly id: string;
  readonly label: string;
  /** Role ids it needs; null where the roles are unknown. */
  readonly roles: readonly string[] | null;
  /** Why the generator cannot give its roles, or null when it can. */
  readonly unknown: string | null;
}

export interface CatalogRole extends Sourced {
  readonly id: string;
  readonly defaultName: string | null;
  /** Every name seen, newest last. */
  readonly names: readonly (Sourced & { readonly name: string; readonly generation: string })[];
  /** Parameter of the portal's template as seen, or null. */
  readonly portalParameter: string | null;
  /** Our parameter's name where the portal's is unknown. */
  readonly parameter: string | null;
  readonly namePattern: string | null;
  readonly description: string | null;
  readonly audience: string | null;
  /** Null where the trust policy was not found. */
  readonly trust: readonly CatalogTrust[] | null;
  readonly managedPolicies: Readonly<Record<AccessType, readonly string[] | null>>;
  /** Null where the permissions were not found. */
  readonly policies: Readonly<Record<AccessType, readonly CatalogPolicy[] | null>>;
  readonly armProperties: readonly string[];
  readonly notes: readonly string[];
  /** True for roles of older generations that are recognised but never generated. */
  readonly legacy: boolean;
}

/** One statement of a trust policy. Placeholders: `<tenant>`, `${AWS::Partition}`, `${AWS::AccountId}`, `<role:id>`. */
export interface CatalogTrust extends Sourced {
  /** `Federated`, `AWS` or `Service`, one of them. */
  readonly principal: Readonly<Record<string, string>>;
  readonly action: string;
  readonly conditions: readonly { readonly test: string; readonly key: string; readonly values: readonly string[] }[];
}

export interface CatalogPolicy extends Sourced {
  readonly name: string;
  readonly description: string;
  readonly kind: 'managed' | 'inline';
  readonly statements: readonly Readonly<Record<string, unknown>>[];
}

export interface CatalogParameter extends Sourced {
  readonly name: string;
  readonly type: string;
  readonly default: string | null;
  readonly allowedPattern: string | null;
  readonly description: string;
  /** Seen verbatim in the portal's template. */
  readonly portal: boolean;
}

export interface CatalogRegion extends Sourced {
  readonly code: string;
  readonly name: string;
  readonly partition: 'aws' | 'aws-cn' | 'aws-us-gov';
  readonly optIn: boolean;
  /** Plan ids that documents list as unsupported here. */
  readonly unsupportedPlans: readonly string[];
}

// The one cast of the file: the unit tests hold the JSON to its schema, and the schema to this type.
export const catalog = json as unknown as Catalog;
