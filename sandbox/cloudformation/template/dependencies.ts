import { validationError } from '../../service-error';
import { referencesIn } from './references';
import type { ResourceDeclaration, Template } from './template';

/** What each resource waits for: what it names and what it depends on, as far as that exists. */
export function dependenciesOf(template: Template, exists: (logicalId: string) => boolean): Map<string, ReadonlySet<string>> {
  const dependencies = new Map<string, ReadonlySet<string>>();
  for (const [logicalId, resource] of template.resources) {
    if (exists(logicalId)) dependencies.set(logicalId, new Set(namedBy(resource).filter(exists)));
  }
  return dependencies;
}

/** Refuses a template whose resources wait for each other. */
export function checkNoCycle(template: Template): void {
  const waiting = dependenciesOf(template, (id) => template.resources.has(id));
  for (let free = freeOf(waiting); free.length > 0; free = freeOf(waiting)) {
    for (const id of free) waiting.delete(id);
  }
  if (waiting.size > 0) throw validationError(`Circular dependency between resources: [${[...waiting.keys()].join(', ')}]`);
}

const freeOf = (waiting: ReadonlyMap<string, ReadonlySet<string>>): string[] =>
  [...waiting].filter(([, needs]) => ![...needs].some((need) => waiting.has(need))).map(([id]) => id);

function namedBy({ properties, dependsOn, metadata }: ResourceDeclaration): readonly string[] {
  const { names, attributes } = referencesIn([properties, metadata ?? null]);
  return [...names, ...attributes.map(([resource]) => resource), ...dependsOn];
}
