import { entryOf } from '../../document/entry-of';
import type { Located, LocatedMap, LocatedScalar } from '../../document/located';
import { valueAt } from '../../document/value-at';

/** A resource that is, or looks like, a connector of Defender for Cloud. */
export interface ArmResource {
  readonly map: LocatedMap;
  readonly type: LocatedScalar | undefined;
  /** `Microsoft.Security/connectors`, which is retired. */
  readonly isClassic: boolean;
  /** It stands in an ARM template. */
  readonly inTemplate: boolean;
}

/** Connectors in a resource, in a list of them or in an ARM template with those nested in it. */
export const armResources = (root: Located | undefined): readonly ArmResource[] => (root ? [...find(root, false, 0)] : []);

const deepest = 20;

function* find(node: Located, inTemplate: boolean, depth: number): Iterable<ArmResource> {
  if (depth > deepest || node.kind === 'scalar') return;
  if (node.kind === 'sequence') {
    for (const item of node.items) yield* find(item, inTemplate, depth + 1);
    return;
  }
  const resource = toResource(node, inTemplate);
  if (resource) yield resource;
  const list = entryOf(node, 'value')?.value;
  if (depth === 0 && list?.kind === 'sequence') yield* find(list, false, depth + 1);
  const resources = entryOf(node, 'resources')?.value;
  // Newer templates give each resource a name: a map takes the place of the list.
  if (resources?.kind === 'map') for (const { value } of resources.entries) yield* find(value, true, depth + 1);
  else if (resources) yield* find(resources, true, depth + 1);
  const nested = valueAt(node, 'properties', 'template');
  if (nested) yield* find(nested, true, depth + 1);
}

const marks = ['hierarchyIdentifier', 'environmentName', 'environmentData', 'offerings', 'cloudName'];

function toResource(map: LocatedMap, inTemplate: boolean): ArmResource | undefined {
  const node = entryOf(map, 'type')?.value;
  const type = node?.kind === 'scalar' ? node : undefined;
  const existing = entryOf(map, 'existing')?.value;
  if (existing?.kind === 'scalar' && existing.value === true) return undefined;
  const name = String(type?.value ?? '').toLowerCase();
  if (name === 'microsoft.security/connectors') return { map, type, isClassic: true, inTemplate };
  if (name === 'microsoft.security/securityconnectors') return { map, type, isClassic: false, inTemplate };
  const isBare = !node && marks.filter((mark) => valueAt(map, 'properties', mark)).length >= 2;
  return isBare ? { map, type, isClassic: false, inTemplate } : undefined;
}
