import type { AccessType, Connector, Plans } from '../../../../src/core/model/connector';

export const tenant = '11111111-2222-4333-8444-555555555555';

export const allPlans: Plans = {
  defenderCspm: {
    agentlessScanning: true, kubernetesApiAccess: true, registryAccess: true, sensitiveDataDiscovery: true,
    ciem: true, cloudTrailIngestion: true, serverlessProtection: true,
  },
  servers: { tier: 'P2', arcAutoProvisioning: true, agentlessScanning: true, defenderForEndpoint: true, vulnerabilityAssessment: 'TVM' },
  containers: {
    threatProtection: { retentionDays: 30 }, sensor: true, azurePolicy: true,
    kubernetesApiAccess: true, registryAccess: true, agentlessScanning: true,
  },
  databases: { sqlServers: { arcAutoProvisioning: true }, openSource: true },
};

export const connectorWith = (plans: Plans, access: AccessType = 'default', more: Partial<Connector> = {}): Connector => ({
  name: 'contoso-production',
  account: { id: '123456789012', type: 'single', excluded: [] },
  regions: 'all',
  scanIntervalHours: 12,
  azure: { tenant, subscription: '66666666-7777-4888-9999-000000000000', resourceGroup: 'rg-security', location: 'eastus' },
  access,
  plans,
  roles: {},
  deployment: { method: 'cloudFormation', stack: 'defender-for-cloud', region: 'us-east-1' },
  ...more,
});

/** No plan, every plan with all of its features, and every feature alone. */
export const planSets: readonly { readonly title: string; readonly plans: Plans }[] = [
  { title: 'foundational CSPM', plans: {} },
  ...subsets(['defenderCspm', 'servers', 'containers', 'databases'] as const).map((ids) => ({
    title: ids.join(' and '),
    plans: Object.fromEntries(ids.map((id) => [id, allPlans[id]])) as Plans,
  })),
  ...singles('defenderCspm', {}),
  ...singles('servers', { tier: 'P1' }),
  ...singles('containers', {}),
  ...singles('databases', {}),
];

function singles(plan: keyof Plans, base: object) {
  return Object.entries(allPlans[plan] ?? {}).map(([key, value]) => ({
    title: `${plan}.${key}`,
    plans: { [plan]: { ...base, [key]: value as unknown } } as Plans,
  }));
}

function subsets<T>(items: readonly T[]): readonly (readonly T[])[] {
  const [first, ...rest] = items;
  if (first === undefined) return [];
  const without = subsets(rest);
  return [[first], ...without.map((some) => [first, ...some]), ...without];
}
