import type { ProblemCode } from '../../core/model/problem';
import type { ShownInventory } from '../platform/azure-access';

/** Refusals that pass by themselves. */
const passing: ReadonlySet<ProblemCode> = new Set(['throttled', 'network', 'service']);

/** What could not be read this time stays as it was: nothing goes away because Azure is busy. What was said of health is as old as it says. */
export function withLastKnown(now: ShownInventory, before: ShownInventory | undefined): ShownInventory {
  if (before === undefined || (now.refused.length === 0 && now.healthProblem === null)) return now;
  const missing = new Set(now.refused.filter(({ problem }) => passing.has(problem.code)).map(({ place }) => place.subscription.toLowerCase()));
  const kept = before.connectors.filter(({ key }) => missing.has(key.subscription.toLowerCase()));
  return { ...now, connectors: [...now.connectors, ...kept], statements: new Map([...before.statements, ...now.statements]) };
}
