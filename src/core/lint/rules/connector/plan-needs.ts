import type { LocatedDocument, LocatedEntry } from '../../../document/located';
import { toPlain } from '../../../document/to-plain';
import type { Fix } from '../../../model/finding';
import { replace } from '../../fix/replace';
import { type RuleFinding, connectorRule } from '../../rule';
import { type ConnectorView, isOn } from '../../view/connector-view';

export const planNeeds = connectorRule({
  id: 'connector/plan-needs',
  severity: 'error',
  summary: 'Each feature has the plan and the other features that it needs.',
  why: `Agentless scanning of machines comes with Defender for Servers Plan 2 or with Defender CSPM, not with Plan 1, and
both plans share one scanner: its settings have to be the same in both. Protection of open-source databases turns
sensitive data discovery on, so a file that says it is off does not describe what Azure does.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/enable-agentless-scanning-vms',
  checked: '2026-11-22',

  *check(view) {
    yield* agentlessNeedsPlan(view);
    yield* oneScanner(view);
    yield* openSourceDiscovers(view);
  },
});

function* agentlessNeedsPlan({ document, plan, setting }: ConnectorView): Iterable<RuleFinding> {
  const scanning = setting('servers', 'agentlessScanning');
  const tier = setting('servers', 'tier');
  if (!scanning || !isOn(scanning) || tier?.value.kind !== 'scalar' || tier.value.value !== 'P1' || plan('defenderCspm')) return;
  const written = document.text.slice(tier.value.span.start, tier.value.span.end);
  yield {
    span: scanning.key.span,
    message: 'Agentless scanning needs Defender for Servers Plan 2 or Defender CSPM, and the tier is P1. Set tier to P2, or turn the scanning off.',
    fixes: [replace('Set tier to P2', tier.value.span, written.replace('P1', 'P2'))],
  };
}

function* oneScanner({ document, setting }: ConnectorView): Iterable<RuleFinding> {
  const ofServers = setting('servers', 'agentlessScanning');
  const ofCspm = setting('defenderCspm', 'agentlessScanning');
  if (!ofServers || !ofCspm || !isOn(ofServers) || !isOn(ofCspm) || tagsOf(ofServers) === tagsOf(ofCspm)) return;
  yield {
    span: ofServers.value.span,
    severity: 'warning',
    message: 'Agentless scanning leaves out other tags here than in plans.defenderCspm, and both plans share one scanner. Write the same tags.',
    fixes: copySettings(document, ofCspm, ofServers),
  };
}

/** Only text that means the same wherever it stands is copied. */
function copySettings({ text }: LocatedDocument, from: LocatedEntry, to: LocatedEntry): readonly Fix[] {
  const written = text.slice(from.value.span.start, from.value.span.end);
  const bracketed = from.value.kind === 'scalar' || written.startsWith('{');
  return bracketed && !written.includes('\n') ? [replace('Copy the settings of plans.defenderCspm', to.value.span, written)] : [];
}

function tagsOf({ value }: LocatedEntry): string {
  const plain = toPlain(value);
  const tags: unknown = typeof plain === 'object' && plain !== null && 'excludeTags' in plain ? plain.excludeTags : {};
  return JSON.stringify(Object.entries(tags ?? {}).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function* openSourceDiscovers({ setting }: ConnectorView): Iterable<RuleFinding> {
  const discovery = setting('defenderCspm', 'sensitiveDataDiscovery');
  if (!isOn(setting('databases', 'openSource')) || discovery?.value.kind !== 'scalar' || discovery.value.value !== false) return;
  yield {
    span: discovery.value.span,
    severity: 'warning',
    message: 'Sensitive data discovery is off here, but plans.databases.openSource turns it on. Write true.',
    fixes: [replace('Write true', discovery.value.span, 'true')],
  };
}
