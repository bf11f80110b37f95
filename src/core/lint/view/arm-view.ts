import { entryOf } from '../../document/entry-of';
import type { Located, LocatedDocument, LocatedEntry, LocatedMap, LocatedScalar } from '../../document/located';
import { toConnector } from '../../document/to-connector';
import { valueAt } from '../../document/value-at';
import type { Connector } from '../../model/connector';
import { armFacts } from '../arm/arm-properties';
import type { ReadFile, RelatedFiles } from '../related-files';
import { armFields, type ArmField } from './arm-fields';
import { armResources, type ArmResource } from './arm-resources';
import { isExpression, knownText } from './arm-expression';

/** A JSON file with resources for Azure, as its rules see it. */
export interface ArmView {
  readonly document: LocatedDocument;
  /** Connectors to AWS; those to other clouds are left out. */
  readonly connectors: readonly ArmConnectorView[];
  /** The types of resources that are classic connectors. */
  readonly classic: readonly LocatedScalar[];
}

export interface ArmConnectorView extends ArmResource {
  readonly document: LocatedDocument;
  /** True for what Azure answered: it holds what no request may. */
  readonly isAnswer: boolean;
  /** The connector file that belongs to it, where it is given and right. */
  readonly file: ConnectorFile | undefined;
  readonly apiVersion: ArmVersion;
  readonly properties: LocatedMap | undefined;
  readonly offerings: readonly ArmOffering[];
  /** Every field below `properties`, in the order of the file. */
  readonly fields: readonly ArmField[];
  /** A field by its path, such as `environmentData.scanInterval`; undefined where its value is an expression. */
  at(path: string): LocatedEntry | undefined;
}

export interface ConnectorFile extends ReadFile {
  readonly connector: Connector;
}

export interface ArmVersion {
  readonly node: LocatedScalar | undefined;
  /** Undefined where an expression says it. */
  readonly value: string | undefined;
  /** The file names none: the newest that is sure to be everywhere is taken. */
  readonly assumed: boolean;
}

export interface ArmOffering {
  readonly map: LocatedMap;
  readonly typeNode: LocatedScalar | undefined;
  readonly type: string | undefined;
}

export function armView(document: LocatedDocument, { connector: one, connectors = one ? [one] : [] }: RelatedFiles): ArmView {
  const resources = armResources(document.root);
  const files = connectors.flatMap((file) => {
    const connector = toConnector(file.document);
    return connector ? [{ fileName: file.fileName, document: file.document, connector }] : [];
  });
  return {
    document,
    connectors: resources.filter(({ isClassic }) => !isClassic).map((resource) => connectorView(document, resource, files)).filter(isAws),
    classic: resources.flatMap(({ isClassic, type }) => (isClassic && type ? [type] : [])),
  };
}

function connectorView(document: LocatedDocument, resource: ArmResource, files: readonly ConnectorFile[]): ArmConnectorView {
  const body = entryOf(resource.map, 'properties')?.value;
  const properties = body?.kind === 'map' ? body : undefined;
  const fields = properties ? armFields(properties) : [];
  return {
    ...resource,
    document,
    isAnswer: !resource.inTemplate && entryOf(resource.map, 'id') !== undefined,
    file: fileOf(resource, files),
    apiVersion: versionOf(resource),
    properties,
    offerings: offeringsOf(valueAt(properties, 'offerings')),
    fields,
    at: (path) => fields.find((field) => field.path === path && !isExpression(field.entry.value))?.entry,
  };
}

/** By its name, else by its account where only one file has that. */
function fileOf({ map }: ArmResource, files: readonly ConnectorFile[]): ConnectorFile | undefined {
  const name = knownText(entryOf(map, 'name')?.value);
  const account = knownText(valueAt(map, 'properties', 'hierarchyIdentifier'));
  const named = files.find(({ connector }) => name !== undefined && connector.name.toLowerCase() === name.toLowerCase());
  const [one, ...others] = files.filter(({ connector }) => connector.account.id === account);
  return named ?? (others.length === 0 ? one : undefined);
}

function versionOf({ map }: ArmResource): ArmVersion {
  const node = entryOf(map, 'apiVersion')?.value;
  if (!node) return { node: undefined, value: armFacts.assumedVersion, assumed: true };
  const known = node.kind === 'scalar' && typeof node.value === 'string' && !isExpression(node);
  return { node: node.kind === 'scalar' ? node : undefined, value: known ? String(node.value) : undefined, assumed: false };
}

function offeringsOf(list: Located | undefined): readonly ArmOffering[] {
  if (list?.kind !== 'sequence') return [];
  return list.items.flatMap((map) => {
    if (map.kind !== 'map') return [];
    const node = entryOf(map, 'offeringType')?.value;
    const typeNode = node?.kind === 'scalar' ? node : undefined;
    return [{ map, typeNode, type: typeof typeNode?.value === 'string' && !isExpression(typeNode) ? typeNode.value : undefined }];
  });
}

/** By what says it, else by offerings for AWS or an account id. */
function isAws({ at, offerings, properties }: ArmConnectorView): boolean {
  const text = (path: string): string | undefined => {
    const value = at(path)?.value;
    return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
  };
  if (!properties) return false;
  const environment = text('environmentData.environmentType') ?? text('environmentName') ?? text('cloudName');
  if (environment !== undefined && !/^a(?:ws|mazon)/i.test(environment)) return false;
  const types = offerings.flatMap(({ type }) => type ?? []);
  return environment !== undefined || types.some((type) => /aws$/i.test(type)) || /^\d{12}$/.test(text('hierarchyIdentifier') ?? '');
}
