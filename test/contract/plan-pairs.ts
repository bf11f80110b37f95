import type { Plans } from '../../src/core/model/connector';
import { pairsOfSettings, type Settings } from '../pairs';

/** Every setting of every plan with the values that differ to Azure; undefined is a feature that is not mentioned. */
const settings = {
  'defenderCspm': [undefined, {}],
  'defenderCspm.agentlessScanning': [undefined, false, true, { excludeTags: { team: 'lab' } }],
  'defenderCspm.kubernetesApiAccess': [undefined, false, true],
  'defenderCspm.registryAccess': [undefined, false, true],
  'defenderCspm.sensitiveDataDiscovery': [undefined, false, true],
  'defenderCspm.ciem': [undefined, false, true],
  'servers': [undefined, { tier: 'P1' }, { tier: 'P2' }],
  'servers.arcAutoProvisioning': [undefined, false, true, { proxy: 'http://proxy:3128' }, { privateLinkScope: '/subscriptions/x' }],
  'servers.agentlessScanning': [undefined, false, true, { excludeTags: { a: '', b: 'c' } }],
  'servers.defenderForEndpoint': [undefined, false, true],
  'servers.vulnerabilityAssessment': [undefined, 'TVM', 'Qualys'],
  'containers': [undefined, {}],
  'containers.threatProtection': [undefined, false, true, { retentionDays: 30 }],
  'containers.sensor': [undefined, false, true],
  'containers.azurePolicy': [undefined, false, true],
  'containers.kubernetesApiAccess': [undefined, false, true],
  'containers.registryAccess': [undefined, false, true],
  'containers.agentlessScanning': [undefined, false, true, { excludeTags: {} }],
  'databases': [undefined, {}],
  'databases.sqlServers': [undefined, false, true, {}, { arcAutoProvisioning: true }, { arcAutoProvisioning: { proxy: 'http://p' } }],
  'databases.openSource': [undefined, false, true],
} as const satisfies Readonly<Record<string, readonly unknown[]>>;

/** Plans in which every two values of two settings meet at least once. */
export const planPairs = (): readonly Plans[] =>
  pairsOfSettings(settings).rows.map((row) => toPlans(Object.entries(row).map(([name, index]) => [name, (settings as Settings)[name]?.[index]])));

/** A setting of a plan that is off has nowhere to be, so the plan is on for it, with its plan's second value. */
function toPlans(chosen: readonly (readonly [string, unknown])[]): Plans {
  const plans: Record<string, Record<string, unknown>> = {};
  for (const [name, value] of chosen) {
    if (value === undefined) continue;
    const [plan = '', setting] = name.split('.');
    plans[plan] ??= plan === 'servers' ? { tier: 'P2' } : {};
    if (setting === undefined) Object.assign(plans[plan], value);
    else plans[plan][setting] = value;
  }
  return plans as Plans;
}
