import type { Plans } from '../model/connector';

/** What a plan starts with when it is switched on: the features whose roles are published. */
export const planDefaults = {
  defenderCspm: { agentlessScanning: true, kubernetesApiAccess: true, registryAccess: true, sensitiveDataDiscovery: true },
  servers: { tier: 'P2', arcAutoProvisioning: true, agentlessScanning: true },
  containers: { threatProtection: true, sensor: true, azurePolicy: true, kubernetesApiAccess: true, registryAccess: true },
  databases: { sqlServers: true },
} as const satisfies Required<Plans>;

export const planIds = ['defenderCspm', 'servers', 'containers', 'databases'] as const;
