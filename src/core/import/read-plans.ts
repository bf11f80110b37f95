import type { ContainersPlan, DatabasesPlan, DefenderCspmPlan, Plans, ServersPlan } from '../model/connector';
import { isJsonObject, own, type JsonObject } from '../model/json';
import { block, flag, readAgentlessScanning, readArcAutoProvisioning, switchOf } from './read-features';

/** The plans that offerings turn on, as far as a file can say them. */
export function readPlans(offerings: JsonObject): Plans {
  const read = <T>(type: string, plan: (offering: JsonObject) => T): T | undefined => {
    const offering = own(offerings, type);
    return isJsonObject(offering) ? plan(offering) : undefined;
  };
  return withoutAbsent<Plans>({
    defenderCspm: read('DefenderCspmAws', defenderCspm),
    servers: read('DefenderForServersAws', servers),
    containers: read('DefenderForContainersAws', containers),
    databases: read('DefenderForDatabasesAws', databases),
  });
}

const defenderCspm = (offering: JsonObject): DefenderCspmPlan =>
  withoutAbsent<DefenderCspmPlan>({
    agentlessScanning: readAgentlessScanning(offering),
    kubernetesApiAccess: switchOf(offering, 'mdcContainersAgentlessDiscoveryK8s'),
    registryAccess: switchOf(offering, 'mdcContainersImageAssessment'),
    sensitiveDataDiscovery: eitherOf(switchOf(offering, 'dataSensitivityDiscovery'), switchOf(offering, 'databasesDspm')),
    ciem: ['ciemDiscovery', 'ciemOidc'].some((key) => isJsonObject(own(block(offering, 'ciem'), key))) || undefined,
  });

/** Undefined where Azure does not say Plan 1 or Plan 2: a file has to, and guessing would cost money. */
function servers(offering: JsonObject): ServersPlan | undefined {
  const tier = own(block(offering, 'subPlan'), 'type');
  if (tier !== 'P1' && tier !== 'P2') return undefined;
  const assessment = own(block(block(offering, 'vaAutoProvisioning'), 'configuration'), 'type');
  const assesses = switchOf(offering, 'vaAutoProvisioning') && (assessment === 'TVM' || assessment === 'Qualys');
  return withoutAbsent<ServersPlan>({
    tier,
    arcAutoProvisioning: readArcAutoProvisioning(offering),
    agentlessScanning: readAgentlessScanning(offering),
    defenderForEndpoint: switchOf(offering, 'mdeAutoProvisioning'),
    vulnerabilityAssessment: assesses ? assessment : undefined,
  });
}

function containers(offering: JsonObject): ContainersPlan {
  const reads = flag(offering, 'enableAuditLogsAutoProvisioning');
  const days = own(offering, 'kubeAuditRetentionTime');
  return withoutAbsent<ContainersPlan>({
    threatProtection: reads && typeof days === 'number' && Number.isInteger(days) && days > 0 ? { retentionDays: days } : reads,
    sensor: flag(offering, 'enableDefenderAgentAutoProvisioning'),
    azurePolicy: flag(offering, 'enablePolicyAgentAutoProvisioning'),
    kubernetesApiAccess: switchOf(offering, 'mdcContainersAgentlessDiscoveryK8s'),
    registryAccess: switchOf(offering, 'mdcContainersImageAssessment'),
    agentlessScanning: readAgentlessScanning(offering),
  });
}

function databases(offering: JsonObject): DatabasesPlan {
  const arc = readArcAutoProvisioning(offering);
  return withoutAbsent<DatabasesPlan>({
    sqlServers: arc === undefined ? undefined : arc === false || { arcAutoProvisioning: arc },
    openSource: switchOf(offering, 'rds'),
  });
}

/** On when one of the two is: Azure may have older connectors with one only. */
const eitherOf = (one: boolean | undefined, other: boolean | undefined): boolean | undefined => one || other || (one ?? other);

// The one cast: the entries without a value have just gone.
const withoutAbsent = <T extends object>(object: { readonly [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
