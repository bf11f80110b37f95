/** What an account has beside IAM, stacks and buckets, put there by a seed: nothing in the sandbox makes it. */
export interface AccountServices {
  readonly trails: SandboxTrail[];
  readonly stackSets: SandboxStackSet[];
  /** Trusted access of StackSets to the organization: ENABLED unless it is said. */
  organizationAccess: string;
  /** Values of quotas by service and code, such as `firehose L-14BB0BE7`. */
  readonly quotas: Map<string, number>;
  /** Regions whose STS issues no sessions to the account. */
  readonly regionsWithoutSessions: Set<string>;
  /** Regions that know no key of the account. */
  readonly regionsNotEnabled: Set<string>;
  region(name: string): RegionServices;
}

export interface RegionServices {
  readonly clusters: SandboxCluster[];
  readonly instances: SandboxInstance[];
  readonly databases: SandboxDatabase[];
  readonly optionGroups: SandboxOptionGroup[];
  readonly streams: string[];
  /** Of RDS: how much is used and how much may be, by their names there. */
  readonly databaseQuotas: Map<string, { readonly used: number; readonly max: number }>;
}

export interface SandboxCluster {
  readonly name: string;
  readonly version?: string;
  readonly authenticationMode?: string;
  readonly publicEndpoint?: boolean;
  readonly publicCidrs?: readonly string[];
  readonly logTypes?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
}

export interface SandboxInstance {
  readonly id: string;
  readonly pingStatus?: string;
  readonly platform?: readonly [name: string, version: string];
}

export interface SandboxDatabase {
  readonly name: string;
  readonly engine: string;
  readonly version?: string;
  readonly status?: string;
  readonly parameterStatus?: string;
  readonly backupDays?: number;
  readonly optionGroup?: string;
}

export interface SandboxOptionGroup {
  readonly name: string;
  readonly options: readonly { readonly name: string; readonly permanent?: boolean; readonly persistent?: boolean }[];
}

export interface SandboxTrail {
  readonly name: string;
  readonly region: string;
  readonly isLogging?: boolean;
  readonly managementEvents?: boolean;
  /** Says the same by an advanced selector. */
  readonly advanced?: boolean;
  readonly bucket?: string;
}

export interface SandboxStackSet {
  readonly name: string;
  readonly region: string;
  readonly permissionModel?: string;
  readonly instances: readonly { readonly account: string; readonly region: string; readonly status: string; readonly reason?: string }[];
}

export function createAccountServices(): AccountServices {
  const regions = new Map<string, RegionServices>();
  return {
    trails: [],
    stackSets: [],
    organizationAccess: 'ENABLED',
    quotas: new Map(defaultQuotas),
    regionsWithoutSessions: new Set(),
    regionsNotEnabled: new Set(),
    region(name) {
      const known = regions.get(name) ?? emptyRegion();
      regions.set(name, known);
      return known;
    },
  };
}

const emptyRegion = (): RegionServices => ({
  clusters: [],
  instances: [],
  databases: [],
  optionGroups: [],
  streams: [],
  databaseQuotas: new Map([
    ['DBInstances', { used: 0, max: 40 }],
    ['DBParameterGroups', { used: 2, max: 50 }],
    ['OptionGroups', { used: 1, max: 20 }],
  ]),
});

/** Values of a small account; the real ones differ by account. */
const defaultQuotas: readonly (readonly [string, number])[] = [
  ['firehose L-14BB0BE7', 50],
  ['s3 L-DC2B2D3D', 100],
];
