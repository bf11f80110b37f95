import type { PortalTemplate } from './portal-template';
import { references } from './references';

/** Names of what a part of a template needs to stand alone. */
export interface Closure {
  readonly parameters: ReadonlySet<string>;
  readonly mappings: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
  readonly resources: ReadonlySet<string>;
}

/** The seeds and all that they refer to, and so on. Resources in `replaced` are not followed. */
export function closure(seeds: readonly string[], template: PortalTemplate, replaced: ReadonlySet<string>): Closure {
  const found = { parameters: new Set<string>(), mappings: new Set<string>(), conditions: new Set<string>(), resources: new Set<string>() };
  const open: Item[] = seeds.map((name) => ({ section: 'resources', name }));
  for (let item = open.pop(); item; item = open.pop()) {
    const { section, name } = item;
    if (found[section].has(name) || (section === 'resources' && replaced.has(name))) continue;
    found[section].add(name);
    open.push(...references(template[section][name]).flatMap((reference) => itemOf(reference, template)));
  }
  return found;
}

interface Item {
  readonly section: keyof Closure;
  readonly name: string;
}

function itemOf({ kind, name }: ReturnType<typeof references>[number], template: PortalTemplate): readonly Item[] {
  const sections: readonly (keyof Closure)[] =
    kind === 'name' ? ['resources', 'parameters'] : kind === 'condition' ? ['conditions'] : ['mappings'];
  return sections.filter((section) => name in template[section]).map((section) => ({ section, name }));
}
