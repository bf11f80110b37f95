import type { AzurePorts, Location } from '../azure-ports';
import type { Control } from '../control';
import { shortLocation } from '../../core/azure/short-location';
import { ok, type Result } from '../../core/model/result';

/**
 * Locations that take a connector. No page of Microsoft's lists them, so the provider is asked;
 * where it lists none, every location of the subscription is given.
 */
export async function connectorLocations(ports: AzurePorts, subscription: string, { signal }: Control = {}): Promise<Result<readonly Location[]>> {
  const [provider, all] = await Promise.all([ports.provider.read(subscription, signal), ports.directory.locations(subscription, signal)]);
  if (!provider.ok) return provider;
  if (!all.ok) return all;
  const taken = new Set(provider.value.locations.map(shortLocation));
  const locations = taken.size === 0 ? all.value : all.value.filter(({ name }) => taken.has(shortLocation(name)));
  return ok([...locations].sort((a, b) => a.displayName.localeCompare(b.displayName)));
}
