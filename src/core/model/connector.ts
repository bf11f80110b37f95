import type { ArmRemainder } from './arm-body';

/** One connector as its file declares it, with the schema's defaults filled in. */
export interface Connector {
  readonly name: string;
  readonly account: Account;
  readonly regions: 'all' | readonly string[];
  readonly scanIntervalHours: number;
  readonly azure: AzurePlace;
  readonly access: AccessType;
  readonly plans: Plans;
  /** Role names by the catalog's role id, only where they differ from the catalog's default. */
  readonly roles: Readonly<Record<string, string>>;
  readonly deployment: DeploymentSettings;
  /** What Azure has and the rest of the file cannot say; it never contradicts the file. */
  readonly arm?: ArmRemainder;
}

export interface Account {
  /** Twelve digits, always a string: a leading zero counts. */
  readonly id: string;
  readonly type: AccountType;
  readonly excluded: readonly string[];
  readonly stackSet?: string;
}

export const accountTypes = ['single', 'management'] as const;
export type AccountType = (typeof accountTypes)[number];

export const accessTypes = ['default', 'leastPrivilege'] as const;
export type AccessType = (typeof accessTypes)[number];

export const deploymentMethods = ['cloudFormation', 'terraform'] as const;
export type DeploymentMethod = (typeof deploymentMethods)[number];

export const templateOrigins = ['generated', 'portal'] as const;
export type TemplateOrigin = (typeof templateOrigins)[number];

export interface AzurePlace {
  readonly tenant: string;
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly location: string;
}

/** An absent plan is off, and so is an absent feature; foundational CSPM is always on. */
export interface Plans {
  readonly defenderCspm?: DefenderCspmPlan;
  readonly servers?: ServersPlan;
  readonly containers?: ContainersPlan;
  readonly databases?: DatabasesPlan;
}

export interface DefenderCspmPlan {
  readonly agentlessScanning?: boolean | AgentlessScanning;
  readonly kubernetesApiAccess?: boolean;
  readonly registryAccess?: boolean;
  readonly sensitiveDataDiscovery?: boolean;
  readonly ciem?: boolean;
  readonly cloudTrailIngestion?: boolean;
  readonly serverlessProtection?: boolean;
}

export interface ServersPlan {
  readonly tier: 'P1' | 'P2';
  readonly arcAutoProvisioning?: boolean | ArcAutoProvisioning;
  readonly agentlessScanning?: boolean | AgentlessScanning;
  readonly defenderForEndpoint?: boolean;
  readonly vulnerabilityAssessment?: 'TVM' | 'Qualys';
}

export interface ContainersPlan {
  readonly threatProtection?: boolean | { readonly retentionDays: number };
  readonly sensor?: boolean;
  readonly azurePolicy?: boolean;
  readonly kubernetesApiAccess?: boolean;
  readonly registryAccess?: boolean;
  readonly agentlessScanning?: boolean | AgentlessScanning;
}

export interface DatabasesPlan {
  readonly sqlServers?: boolean | { readonly arcAutoProvisioning?: boolean | ArcAutoProvisioning };
  readonly openSource?: boolean;
}

export interface AgentlessScanning {
  readonly excludeTags?: Readonly<Record<string, string>>;
}

export interface ArcAutoProvisioning {
  readonly proxy?: string;
  readonly privateLinkScope?: string;
}

export interface DeploymentSettings {
  readonly method: DeploymentMethod;
  readonly stack: string;
  readonly region: string;
  /** Path of the template, relative to the connector file. */
  readonly template?: string;
  /** Absent: generated. The portal's template is deployed as it is. */
  readonly templateFrom?: TemplateOrigin;
  /** Where the template lies in S3; without it the template travels in the request. */
  readonly templateUrl?: string;
}
