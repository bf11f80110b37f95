import { catalog } from '../catalog/catalog';
import { regionByCode } from '../catalog/region-by-code';
import type { Connector } from '../model/connector';

/** Regions of a connector; those of the commercial partition that Defender for Cloud supports, where it takes all. */
export const regionsToLookAt = ({ regions }: Connector): readonly string[] =>
  regions === 'all' ? catalog.regions.filter(({ partition, mentioned }) => partition === 'aws' && mentioned).map(({ code }) => code) : [...new Set(regions)];

/** Whether a feature, of those that are on, is supported in a region. A region that is not known counts as one. */
export function isSupported(region: string, features: readonly string[]): boolean {
  const known = regionByCode(region);
  if (!known) return true;
  return features.some((feature) => !known.unsupportedFeatures.includes(feature) && !known.unsupportedPlans.includes(feature.split('.')[0] ?? ''));
}
