import { valueAt } from '../../../document/value-at';
import { shown } from '../../../document/shown';
import { templateRule } from '../../rule';
import { nameSpan } from '../../view/reference-span';
import type { TemplateView } from '../../view/template-view';
import { waitsFor } from '../../view/template-references';

/** Each resource waits for those that it names. */
export const circularDependency = templateRule({
  id: 'template/circular-dependency',
  severity: 'error',
  summary: 'No resource waits for itself, directly or through others.',
  why: `CloudFormation creates a resource after those that it names. Where a role names a policy that names the role, none of
them can be first, and the template is refused. Let one side name the other: a managed policy names its roles, or a role
names its managed policies, not both.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
  checked: '2026-11-22',

  reads: ['document', 'names', 'waits'],

  *check(view) {
    const { document } = view;
    for (const cycle of cycles(edgesOf(view))) {
      const [first, second = first] = cycle;
      const value = first === undefined ? undefined : valueAt(document.root, 'Resources', first);
      const reference = value && waitsFor(value).find(({ name }) => name === second);
      if (!reference) continue;
      const names = cycle.map(shown);
      const path = names.length > 4 ? [...names.slice(0, 4), '…', names[0]] : [...names, names[0]];
      yield {
        span: nameSpan(document, reference),
        message: `Resources wait for each other in a circle: ${path.join(' → ')}. Remove one of these references.`,
      };
    }
  },
});

type Edges = ReadonlyMap<string, readonly string[]>;

function edgesOf({ names, waits }: Pick<TemplateView, 'names' | 'waits'>): Edges {
  const edges = new Map<string, readonly string[]>();
  for (const [from, all] of waits) {
    const others = all.filter((name) => names.resources.has(name) && !names.parameters.has(name));
    if (others.length > 0) edges.set(from, others);
  }
  return edges;
}

/** One circle for each group of resources that wait for each other, starting with the first of it in the file. */
function* cycles(edges: Edges): Iterable<readonly string[]> {
  const stuck = stuckResources(edges);
  const walked = new Set<string>();
  for (const start of stuck) {
    const path: string[] = [];
    let name = start;
    while (!walked.has(name)) {
      walked.add(name);
      const next = edges.get(name)?.find((other) => stuck.has(other));
      if (next === undefined) break;
      path.push(name);
      name = next;
    }
    const closing = path.indexOf(name);
    if (closing >= 0) yield path.slice(closing);
  }
}

/** Those that are left when again and again the ones that wait for nothing more are taken out. */
function stuckResources(edges: Edges): ReadonlySet<string> {
  const waiting = new Map<string, Set<string>>();
  const dependents = new Map<string, string[]>();
  const ready: string[] = [];
  for (const [name, list] of edges) {
    // A resource that waits for nothing has no edges, and holds up nobody.
    const needed = new Set(list.filter((other) => edges.has(other)));
    waiting.set(name, needed);
    if (needed.size === 0) ready.push(name);
    for (const other of needed) append(dependents, other, name);
  }
  for (let name = ready.pop(); name !== undefined; name = ready.pop()) {
    waiting.delete(name);
    for (const other of dependents.get(name) ?? []) {
      const needed = waiting.get(other);
      if (needed?.delete(name) && needed.size === 0) ready.push(other);
    }
  }
  return new Set(waiting.keys());
}

function append(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
