import { catalog } from '../../../catalog/catalog';
import { regionListMistakes, unsupportedIn } from '../../check/region-mistakes';
import { type RuleFinding, armConnectorRule } from '../../rule';
import { isExpression } from '../../view/arm-expression';
import type { ArmConnectorView } from '../../view/arm-view';

export const armRegions = armConnectorRule({
  id: 'arm/regions',
  severity: 'error',
  summary: 'Regions are codes of AWS regions that Defender for Cloud supports, each named once.',
  why: `Defender for Cloud calls the regions in \`environmentData.regions\`; an empty list stands for all. Azure does not check
the codes: one that does not exist is never scanned. The regions of China and of AWS GovCloud cannot be connected. Where an
offering does not work in a region, that is told as information: the others do.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/regional-availability',
  checked: '2026-11-22',

  *check(connector) {
    const list = connector.at('environmentData.regions')?.value;
    if (list?.kind !== 'sequence' || list.items.some(isExpression)) return;
    yield* regionListMistakes(connector.document, list);
    for (const item of list.items) {
      if (item.kind === 'scalar') yield* unsupported(connector, String(item.value), item.span);
    }
  },
});

function* unsupported({ offerings }: ArmConnectorView, code: string, span: RuleFinding['span']): Iterable<RuleFinding> {
  const on = catalog.plans.filter(({ offeringTypes }) => offerings.some(({ type }) => type !== undefined && offeringTypes.includes(type)));
  const missing = unsupportedIn(code, (id) => on.some((plan) => plan.id === id));
  if (missing.length === 0) return;
  yield { span, severity: 'information', message: `${missing.join(' and ')} ${missing.length > 1 ? 'do' : 'does'} not work in region ${code}. What is there stays unprotected by ${missing.length > 1 ? 'them' : 'it'}. Leave the region in where other plans need it.` };
}
