import json from '../../../schemas/iam-actions.json';

const services: Readonly<Record<string, string>> = json.services;

/** Whether AWS documents an action; undefined for services whose actions are not at hand. Case does not count. */
export function isKnownAction(action: string): boolean | undefined {
  const [service = '', name = ''] = action.toLowerCase().split(':');
  return namesOf(service)?.has(name);
}

/** Made when a service is first asked for: most templates use few. */
function namesOf(service: string): ReadonlySet<string> | undefined {
  if (!Object.hasOwn(services, service)) return undefined;
  const names = known.get(service) ?? new Set(services[service]?.split(' '));
  known.set(service, names);
  return names;
}

const known = new Map<string, ReadonlySet<string>>();
