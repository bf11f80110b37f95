import { isJsonObject, type JsonObject } from '../model/json';
import type { Answers } from './answers';
import { planDefaults } from './plan-defaults';

/** A connector before the first answer. As in the portal, Servers, Containers and Databases are on. */
export const newAnswers: Answers = {
  name: '',
  account: { id: '', type: 'single' },
  regions: 'all',
  scanIntervalHours: 12,
  azure: { tenant: '', subscription: '', resourceGroup: '', location: '' },
  access: 'default',
  plans: { servers: planDefaults.servers, containers: planDefaults.containers, databases: planDefaults.databases },
  deployment: { stack: 'defender-for-cloud', region: 'us-east-1' },
};

/** The answers of an existing file; what it has to have and has not is asked for. */
export function answersOf(file: JsonObject): Answers {
  const group = (key: string, needed: readonly string[]): JsonObject => ({
    ...Object.fromEntries(needed.map((name) => [name, ''])),
    ...(isJsonObject(file[key]) ? file[key] : {}),
  });
  return {
    ...file,
    name: file['name'] ?? '',
    account: group('account', ['id']),
    azure: group('azure', ['tenant', 'subscription', 'resourceGroup', 'location']),
  };
}
