import { parseFaultRule } from '../faults';
import type { RequestLogEntry } from '../request-log';
import type { World } from '../world';
import { issueToken } from '../azure/tokens';
import type { Answer } from './answer';
import type { SignedRequest } from './signature';

/** The sandbox's own addresses: faults to add or clear, the log of requests, the clock. */
export function controlAnswer(world: World, log: readonly RequestLogEntry[], { method, url, body }: SignedRequest): Answer {
  switch (`${method} ${url.slice('/__sandbox/'.length)}`) {
    case 'GET requests':
      return json(200, log);
    case 'POST faults':
      return addFaults(world, body.toString());
    case 'DELETE faults':
      world.faults.clear();
      return json(200, {});
    case 'POST clock/tick':
      return json(200, { moved: world.clock.tick() });
    case 'POST clock/run-all':
      world.clock.runAll();
      return json(200, {});
    case 'POST azure/token':
      return azureToken(world, body.toString());
    default:
      return json(404, { message: 'Unknown address.' });
  }
}

function addFaults(world: World, body: string): Answer {
  const rules = readRules(body).map(parseFaultRule);
  const wrong = rules.find((rule) => typeof rule === 'string');
  if (wrong) return json(400, { message: wrong });
  for (const rule of rules) if (typeof rule !== 'string') world.faults.add(rule);
  return json(200, { added: rules.length });
}

/** What a sign-in to Microsoft Entra would give. */
function azureToken(world: World, body: string): Answer {
  const [asked] = readRules(body) as readonly ({ readonly tenant?: unknown; readonly claims?: unknown } | undefined)[];
  const tenant = world.azure.tenants.find(({ id }) => id === asked?.tenant) ?? world.azure.tenants.find(({ category }) => category === 'Home');
  if (!tenant) return json(404, { message: 'The sandbox has no tenant.' });
  return json(200, { token: issueToken(world.azure, tenant.id, asked?.claims === true), tenant: tenant.id });
}

function readRules(body: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(body);
    return Array.isArray(value) ? value : [value];
  } catch {
    return [undefined];
  }
}

const json = (status: number, value: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});
