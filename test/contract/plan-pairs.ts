import type { Plans } from '../../src/core/model/connector';

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

type Choice = Readonly<Record<string, unknown>>;

/** Plans in which every two values of two settings meet at least once. */
export function planPairs(): readonly Plans[] {
  const open = allPairs();
  const rows: Choice[] = [];
  while (open.size > 0) {
    const row = nextRow(open);
    for (const pair of pairsOf(row)) open.delete(pair);
    rows.push(row);
  }
  return rows.map((row) => toPlans(Object.entries(row).map(([name, index]) => [name, valuesOf(name)[index as number]])));
}

const names = Object.keys(settings);

const valuesOf = (name: string): readonly unknown[] => (settings as Readonly<Record<string, readonly unknown[]>>)[name] ?? [];

const pairOf = (one: string, i: number, other: string, j: number) => `${one}=${i}&${other}=${j}`;

function allPairs(): Set<string> {
  const pairs = names.flatMap((one, at) =>
    names.slice(at + 1).flatMap((other) => valuesOf(one).flatMap((_, i) => valuesOf(other).map((_value, j) => pairOf(one, i, other, j)))),
  );
  return new Set(pairs);
}

/** Starts from a pair that has not met yet and gives every other setting the value that meets most new ones. */
function nextRow(open: ReadonlySet<string>): Choice {
  const [first = ''] = open;
  const row: Record<string, number> = Object.fromEntries(first.split('&').map((part) => [part.split('=')[0], Number(part.split('=')[1])]));
  for (const name of names.filter((other) => !(other in row))) {
    const gains = valuesOf(name).map((_, index) => pairsOf({ ...row, [name]: index }).filter((pair) => open.has(pair)).length);
    row[name] = gains.indexOf(Math.max(...gains));
  }
  return row;
}

function pairsOf(row: Choice): readonly string[] {
  const chosen = names.filter((name) => name in row);
  return chosen.flatMap((one, at) =>
    chosen.slice(at + 1).map((other) => pairOf(one, row[one] as number, other, row[other] as number)),
  );
}

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
