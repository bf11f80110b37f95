import type { DatabasesPlan, Plans, ServersPlan } from '../model/connector';
import { catalog, type CatalogFeature } from './catalog';

/** The features that a connector's plans turn on, in the catalog's order. Foundational CSPM always is. */
export function featuresOn(plans: Plans): readonly CatalogFeature[] {
  const on = switches(plans);
  return catalog.plans.flatMap(({ features }) => features.filter(({ id }) => on[id] === true));
}

/** A switch for every feature of the catalog; a unit test holds the two lists together. */
const switches = ({ defenderCspm = {}, servers, containers = {}, databases = {} }: Plans): Switches => ({
  'foundational.posture': true,
  'defenderCspm.agentlessScanning': isOn(defenderCspm.agentlessScanning),
  'defenderCspm.kubernetesApiAccess': isOn(defenderCspm.kubernetesApiAccess),
  'defenderCspm.registryAccess': isOn(defenderCspm.registryAccess),
  'defenderCspm.sensitiveDataDiscovery': isOn(defenderCspm.sensitiveDataDiscovery),
  'defenderCspm.ciem': isOn(defenderCspm.ciem),
  'defenderCspm.cloudTrailIngestion': isOn(defenderCspm.cloudTrailIngestion),
  'defenderCspm.serverlessProtection': isOn(defenderCspm.serverlessProtection),
  ...(servers && serverSwitches(servers)),
  'containers.threatProtection': isOn(containers.threatProtection),
  'containers.sensor': isOn(containers.sensor),
  'containers.azurePolicy': isOn(containers.azurePolicy),
  'containers.kubernetesApiAccess': isOn(containers.kubernetesApiAccess),
  'containers.registryAccess': isOn(containers.registryAccess),
  'containers.agentlessScanning': isOn(containers.agentlessScanning),
  ...databaseSwitches(databases),
});

const serverSwitches = (servers: ServersPlan): Switches => ({
  'servers.justInTime': servers.tier === 'P2',
  'servers.arcAutoProvisioning': isOn(servers.arcAutoProvisioning),
  'servers.agentlessScanning': isOn(servers.agentlessScanning),
  'servers.defenderForEndpoint': isOn(servers.defenderForEndpoint),
  'servers.vulnerabilityAssessment': servers.vulnerabilityAssessment !== undefined,
});

const databaseSwitches = ({ sqlServers, openSource }: DatabasesPlan): Switches => ({
  'databases.sqlServers': isOn(sqlServers),
  'databases.sqlServersArc': typeof sqlServers === 'object' && isOn(sqlServers.arcAutoProvisioning),
  'databases.openSource': isOn(openSource),
  // Azure turns sensitive data discovery on together with the plan.
  'databases.openSourceSensitiveData': isOn(openSource),
});

type Switches = Readonly<Record<string, boolean>>;

/** A setting with options is on by being there: `{}` is a feature with its defaults. */
const isOn = (setting: boolean | object | undefined): boolean => setting !== undefined && setting !== false;
