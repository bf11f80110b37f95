import { armFacts } from '../arm/arm-properties';

/** The national cloud that a location of Azure belongs to, or undefined for the public one. Takes both ways to write it. */
export function nationalCloudOf(location: string): string | undefined {
  const code = location.toLowerCase().replace(/\s/g, '');
  const { governmentLocations, chinaLocations } = armFacts.unavailableLocations;
  if (governmentLocations.includes(code)) return 'Azure Government';
  return chinaLocations.includes(code) ? 'Azure operated by 21Vianet' : undefined;
}
