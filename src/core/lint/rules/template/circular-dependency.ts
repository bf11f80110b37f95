import type { LocatedDocument } from '../../../document/located';
import { shown } from '../../../document/shown';
import { templateRule } from '../../rule';
import { declarationsOf } from '../../view/declarations';
import { nameSpan } from '../../view/reference-span';
import type { Reference } from '../../view/references';
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

  *check({ document }) {
    for (const cycle of cycles(edgesOf(document))) {
      const [first] = cycle;
      if (!first) continue;
      const names = cycle.map(({ from }) => shown(from));
      const path = names.length > 4 ? [...names.slice(0, 4), '…', names[0]] : [...names, names[0]];
      yield {
        span: nameSpan(document, first.reference),
        message: `Resources wait for each other in a circle: ${path.join(' → ')}. Remove one of these references.`,
      };
    }
  },
});

interface Edge {
  readonly from: string;
  readonly reference: Reference;
}

type Edges = ReadonlyMap<string, readonly Edge[]>;

function edgesOf(document: LocatedDocument): Edges {
  const { parameters, resources } = declarationsOf(document);
  const edges = new Map<string, readonly Edge[]>();
  for (const [from, { value }] of resources) {
    const waits = waitsFor(value).filter(({ name }) => resources.has(name) && !parameters.has(name));
    if (waits.length > 0) edges.set(from, waits.map((reference) => ({ from, reference })));
  }
  return edges;
}

/** One circle for each group of resources that wait for each other, starting with the first of it in the file. */
function* cycles(edges: Edges): Iterable<readonly Edge[]> {
  const stuck = stuckResources(edges);
  const walked = new Set<string>();
  for (const start of stuck) {
    const path: Edge[] = [];
    let name = start;
    while (!walked.has(name)) {
      walked.add(name);
      const edge = edges.get(name)?.find(({ reference }) => stuck.has(reference.name));
      if (!edge) break;
      path.push(edge);
      name = edge.reference.name;
    }
    const closing = path.findIndex(({ from }) => from === name);
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
    const needed = new Set(list.map(({ reference }) => reference.name).filter((other) => edges.has(other)));
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
