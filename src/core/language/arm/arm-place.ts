import type { Located, LocatedDocument, LocatedMap } from '../../document/located';
import { valueAt } from '../../document/value-at';
import { armFacts } from '../../lint/arm/arm-properties';
import { knownText } from '../../lint/view/arm-expression';
import { armResources } from '../../lint/view/arm-resources';
import type { Path } from '../schema-node';

/** A place in a connector as Azure has it. */
export interface ArmPlace {
  readonly resource: LocatedMap;
  /** Steps below the resource, as they are written. */
  readonly steps: Path;
  /** Below `properties`, as the data about connectors writes paths; undefined elsewhere, and where a type that decides is not known. */
  readonly path: string | undefined;
  /** The one that the file names, else the one that is assumed. */
  readonly apiVersion: string;
}

/** Undefined outside of connectors. */
export function armPlaceAt({ root }: LocatedDocument, path: Path): ArmPlace | undefined {
  const resources = armResources(root).filter(({ isClassic }) => !isClassic).map(({ map }) => map);
  for (let length = path.length; length >= 0; length--) {
    const map = valueAt(root, ...path.slice(0, length));
    const resource = resources.find((one) => one === map);
    if (!resource) continue;
    const steps = path.slice(length);
    return { resource, steps, path: steps[0] === 'properties' ? pathIn(resource, steps) : undefined, apiVersion: versionOf(resource) };
  }
  return undefined;
}

const versionOf = (resource: LocatedMap): string => {
  const value = knownText(valueAt(resource, 'apiVersion'));
  return value !== undefined && armFacts.describedVersions.includes(value) ? value : armFacts.assumedVersion;
};

/** Fields depend on what their map says it is. */
function pathIn(resource: LocatedMap, steps: Path): string | undefined {
  const written: string[] = [];
  let node: Located | undefined = resource;
  for (const [index, step] of steps.entries()) {
    node = valueAt(node, step);
    if (typeof step === 'string') {
      if (index > 0) written.push(step);
      if (step !== 'organizationalData' || index === steps.length - 1) continue;
    } else if (written.at(-1) !== 'offerings') {
      continue;
    }
    const type = knownText(valueAt(node, typeof step === 'string' ? 'organizationMembershipType' : 'offeringType'));
    if (type === undefined) return undefined;
    written.push(type);
  }
  return written.join('.');
}
