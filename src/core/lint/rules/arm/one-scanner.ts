import type { LocatedEntry } from '../../../document/located';
import { toPlain } from '../../../document/to-plain';
import { isJsonObject, own, sameJson, type Json, type JsonObject } from '../../../model/json';
import { replace } from '../../fix/replace';
import { armConnectorRule } from '../../rule';
import type { ArmConnectorView } from '../../view/arm-view';

const holders = ['DefenderCspmAws', 'DefenderForServersAws', 'DefenderForContainersAws'];

export const oneScanner = armConnectorRule({
  id: 'arm/one-scanner',
  severity: 'warning',
  summary: 'All offerings give the scanner of machines the same role and the same exclusion tags.',
  why: `Agentless scanning of machines is one feature, shared by the plans that include it. Azure takes a \`vmScanners\` block
from each offering; where they differ, which one holds is not documented.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/enable-agentless-scanning-vms',
  checked: '2026-11-22',

  *check(connector) {
    const [first, ...others] = holders.flatMap((type) => scannerOf(connector, type));
    if (!first) return;
    for (const { type, entry, settings } of others) {
      if (sameJson(settings, first.settings)) continue;
      const { text } = connector.document;
      yield {
        span: entry.key.span,
        message: `vmScanners of ${type} has another role or other exclusion tags than that of ${first.type}, and they share one scanner. Write the same.`,
        fixes: [replace(`Copy vmScanners of ${first.type}`, entry.value.span, text.slice(first.entry.value.span.start, first.entry.value.span.end))],
      };
    }
  },
});

interface Scanner {
  readonly type: string;
  readonly entry: LocatedEntry;
  readonly settings: JsonObject;
}

/** Only what is on, and known: an expression may be anything. */
function scannerOf({ at, document }: ArmConnectorView, type: string): readonly Scanner[] {
  const entry = at(`offerings.${type}.vmScanners`);
  if (entry?.value.kind !== 'map') return [];
  const { start, end } = entry.value.span;
  if (/"\[[^[]/.test(document.text.slice(start, end))) return [];
  const plain = toPlain(entry.value);
  if (!isJsonObject(plain) || own(plain, 'enabled') !== true) return [];
  const configuration = own(plain, 'configuration');
  const inner = isJsonObject(configuration) ? configuration : {};
  const tags = own(inner, 'exclusionTags') ?? {};
  const role: Json = own(plain, 'cloudRoleArn') ?? own(inner, 'cloudRoleArn') ?? null;
  return [{ type, entry, settings: { tags, role } }];
}
