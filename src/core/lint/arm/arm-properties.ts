import facts from '../../../../schemas/arm-connector.json';
import history from '../../../../schemas/arm-history.json';

/** A field of an AWS connector in Azure; `schemas/arm-connector.json` says what its path and its versions mean. */
export interface ArmProperty {
  readonly path: string;
  readonly type: 'object' | 'array' | 'string' | 'boolean' | 'integer' | 'map' | 'any';
  /** Known values; the specification leaves enums open. */
  readonly values?: readonly string[];
  readonly readOnly?: boolean;
  readonly since?: string;
  readonly last?: string;
}

/** One field that has two names or places, by api-version. */
export interface ArmRename {
  readonly path: string;
  readonly formerly: string;
  /** The first api-version with the present name. */
  readonly since: string;
}

export const armFacts = facts;

// The one cast of the file: a unit test holds the JSON to this shape.
const properties = facts.properties as readonly ArmProperty[];
const byPath: ReadonlyMap<string, ArmProperty> = new Map(properties.map((property) => [property.path, property]));

export const armProperty = (path: string): ArmProperty | undefined => byPath.get(path);

/** Names that may stand directly below a path, in any api-version. */
export const armNamesBelow = (path: string): readonly string[] =>
  properties.flatMap(({ path: other }) => {
    const name = path === '' ? other : other.startsWith(`${path}.`) ? other.slice(path.length + 1) : '';
    return name && !name.includes('.') ? [name] : [];
  });

/** Offering types for AWS, in any api-version. */
export const awsOfferings: readonly string[] = armNamesBelow('offerings');

export const armRenames: readonly ArmRename[] = [
  ...facts.formerNames,
  ...history.changes.flatMap(({ path, formerly, since }) => (formerly && since ? [{ path, formerly, since }] : [])),
];

/** Whether the fields of an api-version are known: those of the oldest are not. */
export const isDescribed = (apiVersion: string): boolean => facts.describedVersions.includes(apiVersion);

/** Dates sort as text. */
export const hasProperty = ({ since, last }: Pick<ArmProperty, 'since' | 'last'>, apiVersion: string): boolean =>
  (since === undefined || apiVersion >= since) && (last === undefined || apiVersion <= last);
