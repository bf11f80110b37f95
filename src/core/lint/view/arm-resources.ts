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
  const list = depth === 0 ? valueAt(node, 'value') : undefined;
  if (list?.kind === 'sequence') yield* find(list, false, depth + 1);
  for (const part of partsOf(node)) yield* find(part, true, depth + 1);
}

/** Resources of a template, and the template inside a deployment. */
function partsOf(node: LocatedMap): readonly Located[] {
  const resources = valueAt(node, 'resources');
  const nested = valueAt(node, 'properties', 'template');
  return [
    // Newer templates give each resource a name: a map takes the place of the list.
    ...(resources?.kind === 'map' ? resources.entries.map(({ value }) => value) : []),
    ...(resources?.kind === 'sequence' ? [resources] : []),
    ...(nested ? [nested] : []),
  ];
}

const marks = ['hierarchyIdentifier', 'environmentName', 'environmentData', 'offerings', 'cloudName'];

function toResource(map: LocatedMap, inTemplate: boolean): ArmResource | undefined {
  const node = valueAt(map, 'type');
  const type = node?.kind === 'scalar' ? node : undefined;
  if (isExisting(map)) return undefined;
  const name = String(type?.value ?? '').toLowerCase();
  const isClassic = name === 'microsoft.security/connectors';
  const isBare = !node && marks.filter((mark) => valueAt(map, 'properties', mark)).length >= 2;
  return isClassic || isBare || name === 'microsoft.security/securityconnectors' ? { map, type, isClassic, inTemplate } : undefined;
}

/** A template may refer to what is there already. */
export function isExisting(map: LocatedMap): boolean {
  const existing = valueAt(map, 'existing');
  return existing?.kind === 'scalar' && existing.value === true;
}
