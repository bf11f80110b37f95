import { regionListMistakes } from '../../check/region-mistakes';
import { armConnectorRule } from '../../rule';
import { isExpression } from '../../view/arm-expression';

export const armRegions = armConnectorRule({
  id: 'arm/regions',
  severity: 'error',
  summary: 'Regions are codes of AWS regions that Defender for Cloud supports, each named once.',
  why: `Defender for Cloud calls the regions in \`environmentData.regions\`; an empty list stands for all. Azure does not check
the codes: one that does not exist is never scanned. The regions of China and of AWS GovCloud cannot be connected.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/regional-availability',
  checked: '2026-11-22',

  *check({ document, at }) {
    const list = at('environmentData.regions')?.value;
    if (list?.kind === 'sequence' && !list.items.some(isExpression)) yield* regionListMistakes(document, list);
  },
});
