import { catalog } from '../../catalog/catalog';
import { regionByCode } from '../../catalog/region-by-code';
import type { Located, LocatedDocument, LocatedScalar, LocatedSequence } from '../../document/located';
import { shown } from '../../document/shown';
import type { Fix } from '../../model/finding';
import { removeItem } from '../fix/remove-item';
import { replace } from '../fix/replace';
import { writeScalar } from '../fix/write-scalar';
import { nearest } from '../nearest';
import type { RuleFinding } from '../rule';

/** What is wrong with a list of regions: twice the same, or one that cannot be scanned. */
export function* regionListMistakes(document: LocatedDocument, list: LocatedSequence): Iterable<RuleFinding> {
  const seen = new Set<string>();
  for (const [index, item] of list.items.entries()) {
    if (item.kind !== 'scalar' || typeof item.value !== 'string') continue;
    if (seen.has(item.value)) {
      const fixes = [{ title: `Remove ${shown(item.value)}`, edits: [removeItem(document, list, index)] }];
      yield { span: item.span, message: `Region ${shown(item.value)} is listed twice. Remove it here.`, fixes };
      continue;
    }
    seen.add(item.value);
    for (const mistake of regionMistakes(document, item, item.value)) yield mistake.fixes ? mistake : { ...mistake, fixes: removal(document, list, index) };
  }
}

/** As long as another region stays. */
function removal(document: LocatedDocument, list: LocatedSequence, index: number): readonly Fix[] {
  const item = list.items[index];
  if (item?.kind !== 'scalar' || !list.items.some(isSound)) return [];
  return [{ title: `Remove ${shown(String(item.value))}`, edits: [removeItem(document, list, index)] }];
}

function isSound(item: Located): boolean {
  const region = item.kind === 'scalar' ? regionByCode(String(item.value)) : undefined;
  return region?.partition === 'aws' && !region.unsupportedPlans.includes('foundational');
}

export function* regionMistakes(document: LocatedDocument, item: LocatedScalar, code: string): Iterable<RuleFinding> {
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
  } else if (region.unsupportedPlans.includes('foundational')) {
    yield { span: item.span, severity: 'warning', message: `No plan of Defender for Cloud works in region ${code} yet. Remove it.` };
  }
}

const commercial = (): readonly string[] => catalog.regions.filter(({ partition }) => partition === 'aws').map(({ code }) => code);

/** Labels of what does not work in a region, of the plans and features (by id) that are on. */
export function unsupportedIn(code: string, isOn: (id: string) => boolean): readonly string[] {
  const region = regionByCode(code);
  if (!region || region.partition !== 'aws' || region.unsupportedPlans.includes('foundational')) return [];
  const plans = catalog.plans.filter(({ id }) => region.unsupportedPlans.includes(id) && isOn(id));
  const features = catalog.plans
    .filter((plan) => !plans.includes(plan))
    .flatMap((plan) => plan.features.filter(({ id }) => region.unsupportedFeatures.includes(id) && isOn(id)).map(({ label }) => `${plan.displayName}: ${label}`));
  return [...plans.map(({ displayName }) => displayName), ...features];
}
