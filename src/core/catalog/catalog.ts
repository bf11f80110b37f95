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
  readonly corrections: readonly CatalogCorrection[];
  readonly parameters: readonly CatalogParameter[];
  readonly regions: readonly CatalogRegion[];
  readonly scanIntervals: Sourced & { readonly hours: readonly number[]; readonly defaultHours: number };
  readonly limits: Readonly<Record<string, CatalogLimit>>;
  /** What was looked for and not found, in plain sentences. */
  readonly unknown: readonly string[];
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

export interface CatalogLimit extends Sourced {
  readonly value: number;
  readonly unit: string;
}

/** An OpenID Connect identity provider that the connected account needs. */
export interface CatalogProvider extends Sourced {
  readonly id: 'defender' | 'ciem';
  /** Known only for Defender's provider. */
  readonly logicalId: string | null;
  /** With its trailing slash; `<tenant>` stands for the customer's Entra tenant id. */
  readonly url: string;
  readonly thumbprints: readonly string[];
  /** The client ids of Microsoft's Terraform of 2024; the portal's present list is not known. */
  readonly publishedAudiences: readonly string[];
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
  /** What a template with all its roles still lacks, or null. */
  readonly leftOut: string | null;
}

export interface CatalogRole extends Sourced {
  readonly id: string;
  /** Null where unknown. `${…}` stands for what CloudFormation fills in. */
  readonly defaultName: string | null;
  /** Every name seen, newest last. */
  readonly names: readonly CatalogRoleName[];
  /** Parameter of the portal's template as seen, or null. */
  readonly portalParameter: string | null;
  /** Our parameter's name where the portal's is unknown; null for roles without a name parameter. */
  readonly parameter: string | null;
  readonly namePattern: string | null;
  readonly description: string | null;
  readonly audience: string | null;
  /** As published; null where the trust policy was not found. */
  readonly trust: readonly CatalogTrust[] | null;
  /** ARNs of policies that AWS keeps, as published. */
  readonly managedPolicies: Readonly<Record<AccessType, readonly string[] | null>>;
  /** As published: `Catalog.corrections` says where a generated template differs. Null where not found. */
  readonly policies: Readonly<Record<AccessType, readonly CatalogPolicy[] | null>>;
  /** Actions that a document lists for the role without statements to put them in, or null. */
  readonly documentedActions: readonly string[] | null;
  readonly armProperties: readonly string[];
  readonly notes: readonly string[];
  /** True for roles of older generations that are recognised but never generated. */
  readonly legacy: boolean;
}

export interface CatalogRoleName extends Sourced {
  readonly name: string;
  readonly generation: string;
}

/**
 * One statement of a trust policy. Placeholders, here and in policies: `<tenant>`, `${AWS::…}`,
 * `<role:id>` for a role's name, `<parameter:name>` for the value of a parameter of ours.
 */
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

/** Where a generated template deliberately differs from what is published, or what it takes care not to repeat. */
export interface CatalogCorrection extends Sourced {
  /** `D…`: a defect of the official sources; `N…`: a newer official source, or names that moved on. */
  readonly id: string;
  /**
   * `permissions`: in a list of the role's statements, `ours` takes the place of the values `published`.
   * `partition`: a piece of text, wherever it stands in permissions. `policyName`: the name of a policy.
   * `audiences`: client ids of the provider. `avoided`: nothing of it is generated; the values are for the reader.
   */
  readonly subject: 'permissions' | 'partition' | 'policyName' | 'audiences' | 'avoided';
  /** Null where it concerns every role. */
  readonly role: string | null;
  /** Null for both. */
  readonly access: AccessType | null;
  readonly published: readonly string[];
  readonly ours: readonly string[];
  readonly reason: string;
}

export interface CatalogParameter extends Sourced {
  readonly name: string;
  readonly type: string;
  readonly default: string | null;
  readonly allowedPattern: string | null;
  readonly allowedValues: readonly string[] | null;
  readonly description: string;
  /** Its name was seen in the portal's template. */
  readonly portal: boolean;
  /** A parameter of the portal's earlier templates: recognised, never generated. */
  readonly superseded: boolean;
  /** Id of the role it names, or null. */
  readonly role: string | null;
}

export interface CatalogRegion extends Sourced {
  readonly code: string;
  /** Null where no source gives one. */
  readonly name: string | null;
  readonly partition: 'aws' | 'aws-cn' | 'aws-us-gov' | null;
  /** Null where no source at hand says whether an account has to opt in. */
  readonly optIn: boolean | null;
  /** False: no page of Microsoft names it, so nothing is known of its support. */
  readonly mentioned: boolean;
  /** Plan ids that documents list as unsupported here. */
  readonly unsupportedPlans: readonly string[];
  /** Feature ids that documents list as unsupported here, beside those of the plans above. */
  readonly unsupportedFeatures: readonly string[];
}

// The one cast of the file: the unit tests hold the JSON to its schema, and the schema to this type.
export const catalog = json as unknown as Catalog;
