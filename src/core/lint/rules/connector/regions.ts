import { shown } from '../../../document/shown';
import { catalog } from '../../../catalog/catalog';
import { regionByCode } from '../../../catalog/region-by-code';
import type { LocatedDocument, LocatedScalar } from '../../../document/located';
import { removeItem } from '../../fix/remove-item';
import { replace } from '../../fix/replace';
import { writeScalar } from '../../fix/write-scalar';
import { nearest } from '../../nearest';
import { type RuleFinding, connectorRule } from '../../rule';
import type { ConnectorView } from '../../view/connector-view';

export const regions = connectorRule({
  id: 'connector/regions',
  severity: 'error',
  summary: 'Regions are codes of AWS regions that Defender for Cloud supports, each named once.',
  why: `Defender for Cloud calls the regions that the connector lists. A code that does not exist is never scanned, and the
regions of China and of AWS GovCloud cannot be connected at all. Where a plan that is on does not work in a region, that
is told as information: the other plans do.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/regional-availability',
  checked: '2026-11-22',

  *check(view) {
    const seen = new Set<string>();
    for (const [index, item] of (view.regions?.items ?? []).entries()) {
      if (item.kind !== 'scalar' || typeof item.value !== 'string') continue;
      if (seen.has(item.value) && view.regions) {
        const edits = [removeItem(view.document, view.regions, index)];
        yield { span: item.span, message: `Region ${item.value} is listed twice. Remove it here.`, fixes: [{ title: `Remove ${item.value}`, edits }] };
        continue;
      }
      seen.add(item.value);
      yield* regionMistakes(view.document, item, item.value);
      yield* unsupported(view, item, item.value);
    }
    const stackRegion = view.deploymentRegion;
    if (typeof stackRegion?.value === 'string') yield* regionMistakes(view.document, stackRegion, stackRegion.value);
  },
});

function* regionMistakes(document: LocatedDocument, item: LocatedScalar, code: string): Iterable<RuleFinding> {
  const region = regionByCode(code);
  if (!region) {
    const meant = nearest(code, commercial());
    yield {
      span: item.span,
      severity: meant ? 'error' : 'warning',
      message: meant
        ? `Region ${shown(code)} does not exist. Write ${meant}.`
        : `Region ${shown(code)} is not among those known on ${catalog.checked}. Write a code such as us-east-1.`,
      fixes: meant ? [replace(`Write ${meant}`, item.span, writeScalar(document, item, meant))] : [],
    };
  } else if (region.partition === 'aws-cn' || region.partition === 'aws-us-gov') {
    const where = region.partition === 'aws-cn' ? 'China' : 'AWS GovCloud';
    yield { span: item.span, message: `Region ${code} is in ${where}, which Defender for Cloud cannot connect. Remove it.` };
  }
}

const commercial = (): readonly string[] => catalog.regions.filter(({ partition }) => partition === 'aws').map(({ code }) => code);

/** Plans that are on and do not work there. */
function* unsupported({ plan }: ConnectorView, item: LocatedScalar, code: string): Iterable<RuleFinding> {
  const region = regionByCode(code);
  if (!region || region.partition !== 'aws') return;
  const without = catalog.plans.filter(({ id }) => region.unsupportedPlans.includes(id));
  if (without.some(({ id }) => id === 'foundational')) {
    yield { span: item.span, severity: 'warning', message: `No plan of Defender for Cloud works in region ${code} yet. Remove it.` };
    return;
  }
  const on = without.filter(({ id }) => plan(id)).map(({ displayName }) => displayName);
  if (on.length === 0) return;
  yield { span: item.span, severity: 'information', message: `${on.join(' and ')} does not work in region ${code}. What is there stays unprotected by it.` };
}
