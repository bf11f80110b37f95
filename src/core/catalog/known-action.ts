import json from '../../../schemas/iam-actions.json';

const services: Readonly<Record<string, string>> = json.services;

/** Whether AWS documents an action; undefined for services whose actions are not at hand. Case does not count. */
export function isKnownAction(action: string): boolean | undefined {
  const [service = '', name = ''] = action.toLowerCase().split(':');
  const names = Object.hasOwn(services, service) ? services[service] : undefined;
  return names === undefined ? undefined : ` ${names} `.includes(` ${name} `);
}
