import { replace } from '../../fix/replace';
import { armConnectorRule } from '../../rule';
import { knownText } from '../../view/arm-expression';
import type { ArmConnectorView } from '../../view/arm-view';

export const armPlanNeeds = armConnectorRule({
  id: 'arm/plan-needs',
  severity: 'error',
  summary: 'Each feature has the plan and the other features that it needs.',
  why: `Agentless scanning of machines comes with Defender for Servers Plan 2 or with Defender CSPM, not with Plan 1. CloudTrail
ingestion of one's own trail needs the resources to read, a new trail a region to make it in. Protection of open-source
databases turns sensitive data discovery on.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/enable-agentless-scanning-vms',
  checked: '2026-11-22',

  *check(connector) {
    yield* agentless(connector);
    yield* cloudTrail(connector);
    yield* openSource(connector);
  },
});

const isTrue = ({ at }: ArmConnectorView, path: string): boolean => {
  const value = at(path)?.value;
  return value?.kind === 'scalar' && value.value === true;
};

function* agentless(connector: ArmConnectorView) {
  const plan = connector.at('offerings.DefenderForServersAws.subPlan.type')?.value;
  const scanner = connector.at('offerings.DefenderForServersAws.vmScanners');
  const types = connector.offerings.map(({ type }) => type);
  if (!plan || !scanner || knownText(plan) !== 'P1' || types.includes('DefenderCspmAws') || types.includes(undefined)) return;
  if (!isTrue(connector, 'offerings.DefenderForServersAws.vmScanners.enabled')) return;
  yield {
    span: scanner.key.span,
    message: 'Agentless scanning needs Defender for Servers Plan 2 or Defender CSPM, and subPlan is P1. Write P2, or turn the scanning off.',
    fixes: [replace('Write P2', plan.span, '"P2"')],
  };
}

const trail = 'offerings.DefenderCspmAws.ciem.cloudTrailAuditLogIngestion';

function* cloudTrail({ at, fields }: ArmConnectorView) {
  const entry = at(trail);
  const type = at(`${trail}.provisioningType`)?.value;
  const text = knownText(type);
  if (!entry || !type || text === undefined) return;
  const needed = text === 'BringYourOwn' ? 'cloudTrailResourceSets' : /^(?:Auto|Manual)Provisioning$/.test(text) ? 'deploymentRegion' : undefined;
  if (needed && !fields.some(({ path }) => path === `${trail}.${needed}`)) {
    yield { span: type.span, message: `CloudTrail ingestion with ${text} needs ${needed}. Write it beside provisioningType.` };
  }
}

function* openSource(connector: ArmConnectorView) {
  const discovery = connector.at('offerings.DefenderForDatabasesAws.databasesDspm.enabled')?.value;
  if (!isTrue(connector, 'offerings.DefenderForDatabasesAws.rds.enabled') || discovery?.kind !== 'scalar' || discovery.value !== false) return;
  yield {
    span: discovery.span,
    severity: 'warning' as const,
    message: 'Sensitive data discovery is off here, but open-source databases (rds) turn it on. Write true.',
    fixes: [replace('Write true', discovery.span, 'true')],
  };
}
