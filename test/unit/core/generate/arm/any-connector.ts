import fc from 'fast-check';
import { catalog } from '../../../../../src/core/catalog/catalog';
import { accessTypes, type Account, type Connector, type Plans } from '../../../../../src/core/model/connector';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

const someOf = <T extends Record<string, fc.Arbitrary<unknown>>>(model: T) => fc.record(model, { requiredKeys: [], noNullPrototype: true });

const tags = fc.dictionary(fc.string({ minLength: 1, maxLength: 12 }), fc.string({ maxLength: 12 }), { maxKeys: 3, noNullPrototype: true });

const agentlessScanning = fc.oneof(fc.boolean(), someOf({ excludeTags: tags }));

const arcAutoProvisioning = fc.oneof(fc.boolean(), someOf({ proxy: fc.webUrl(), privateLinkScope: fc.string() }));

const yesNo = fc.boolean();

export const anyPlans = someOf({
  defenderCspm: someOf({
    agentlessScanning,
    kubernetesApiAccess: yesNo,
    registryAccess: yesNo,
    sensitiveDataDiscovery: yesNo,
    ciem: yesNo,
    cloudTrailIngestion: yesNo,
    serverlessProtection: yesNo,
  }),
  servers: fc.record(
    {
      tier: fc.constantFrom('P1', 'P2'),
      arcAutoProvisioning,
      agentlessScanning,
      defenderForEndpoint: yesNo,
      vulnerabilityAssessment: fc.constantFrom('TVM', 'Qualys'),
    },
    { requiredKeys: ['tier'], noNullPrototype: true },
  ),
  containers: someOf({
    threatProtection: fc.oneof(yesNo, fc.record({ retentionDays: fc.integer({ min: 1, max: 3650 }) }, { noNullPrototype: true })),
    sensor: yesNo,
    azurePolicy: yesNo,
    kubernetesApiAccess: yesNo,
    registryAccess: yesNo,
    agentlessScanning,
  }),
  databases: someOf({
    sqlServers: fc.oneof(yesNo, someOf({ arcAutoProvisioning })),
    openSource: yesNo,
  }),
}) as fc.Arbitrary<Plans>;

const stackName = fc.stringMatching(/^[a-zA-Z][-a-zA-Z0-9]{0,30}$/);

const anyAccount: fc.Arbitrary<Account> = fc.oneof(
  digits(12).map((id) => ({ id, type: 'single' as const, excluded: [] })),
  fc
    .record({ id: digits(12), excluded: fc.uniqueArray(digits(12), { maxLength: 3 }), stackSet: fc.option(stackName, { nil: undefined }) })
    .map(({ id, excluded, stackSet }) => ({ id, type: 'management' as const, excluded, ...(stackSet === undefined ? {} : { stackSet }) })),
);

const roleIds = catalog.roles.filter(({ legacy }) => !legacy).map(({ id }) => id);

export const anyConnector: fc.Arbitrary<Connector> = fc.record({
  name: fc.stringMatching(/^[a-z][-a-z0-9]{0,20}$/),
  account: anyAccount,
  regions: fc.oneof(
    fc.constant('all' as const),
    fc.uniqueArray(fc.constantFrom('us-east-1', 'eu-west-1', 'ap-south-1'), { minLength: 1 }),
  ),
  scanIntervalHours: fc.constantFrom(4, 6, 12, 24),
  azure: fc.record({
    tenant: fc.uuid(),
    subscription: fc.uuid(),
    resourceGroup: fc.constantFrom('rg-security', 'RG_(1).a'),
    location: fc.constantFrom('eastus', 'Central US'),
  }, { noNullPrototype: true }),
  access: fc.constantFrom(...accessTypes),
  plans: anyPlans,
  roles: fc.dictionary(fc.constantFrom(...roleIds), fc.stringMatching(/^[\w+=,.@-]{1,64}$/), { maxKeys: 3, noNullPrototype: true }),
  deployment: fc.record(
    { method: fc.constantFrom('cloudFormation', 'terraform'), stack: stackName, region: fc.constantFrom('us-east-1', 'us-gov-west-1'), template: fc.constant('a.json') },
    { requiredKeys: ['method', 'stack', 'region'], noNullPrototype: true },
  ),
}, { noNullPrototype: true });
