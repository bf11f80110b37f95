import { parseFaultRule } from '../faults';
import type { RequestLogEntry } from '../request-log';
import type { World } from '../world';
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
