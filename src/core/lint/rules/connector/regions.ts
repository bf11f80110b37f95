import { regionListMistakes, regionMistakes, unsupportedIn } from '../../check/region-mistakes';
import { type RuleFinding, connectorRule } from '../../rule';
import { type ConnectorView, isOn } from '../../view/connector-view';

export const regions = connectorRule({
  id: 'connector/regions',
  severity: 'error',
  summary: 'Regions are codes of AWS regions that Defender for Cloud supports, each named once.',
  why: `Defender for Cloud calls the regions that the connector lists. A code that does not exist is never scanned, and the
regions of China and of AWS GovCloud cannot be connected at all. Where a plan or a feature that is on does not work in a
region, that is told as information: the others do.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/regional-availability',
  checked: '2026-11-22',

  *check(view) {
    const { document, regions: list, deploymentRegion } = view;
    if (list) {
      yield* regionListMistakes(document, list);
      yield* unsupported(view);
    }
    if (typeof deploymentRegion?.value === 'string') yield* stackRegion(view, deploymentRegion.value);
  },
});

/** A stack may be anywhere: only regions that do not exist, and other partitions, are wrong for it. */
function* stackRegion({ document, deploymentRegion }: ConnectorView, code: string): Iterable<RuleFinding> {
  if (!deploymentRegion) return;
  for (const mistake of regionMistakes(document, deploymentRegion, code)) {
    if (!mistake.message.startsWith('No plan')) yield mistake;
  }
}

/** Plans and features that are on and do not work there. */
function* unsupported({ regions: list, plan, setting }: ConnectorView): Iterable<RuleFinding> {
  const seen = new Set<string>();
  for (const item of list?.items ?? []) {
    if (item.kind !== 'scalar' || typeof item.value !== 'string' || seen.has(item.value)) continue;
    seen.add(item.value);
    const missing = unsupportedIn(item.value, (id) => {
      const [planId = '', feature] = id.split('.');
      return feature === undefined ? plan(planId) !== undefined : isOn(setting(planId, feature));
    });
    if (missing.length === 0) continue;
    yield {
      span: item.span,
      severity: 'information',
      message: `${missing.join(' and ')} ${missing.length > 1 ? 'do' : 'does'} not work in region ${item.value}. What is there stays unprotected by ${missing.length > 1 ? 'them' : 'it'}. Leave the region in where other plans need it.`,
    };
  }
}
