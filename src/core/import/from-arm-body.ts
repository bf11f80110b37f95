import { forApiVersion, defaultArmApiVersion, withPresentNames, type ArmApiVersion } from '../generate/arm/api-versions';
import { toArmTree } from '../generate/arm/arm-tree';
import { connectorTree } from '../generate/arm/connector-tree';
import { remainderOf } from '../generate/arm/remainder';
import type { ArmConnector, ArmRemainder, ArmTree } from '../model/arm-body';
import type { Connector } from '../model/connector';
import { isJsonObject, own, type Json } from '../model/json';
import { err, ok, type Result } from '../model/result';
import { importNotes } from './import-notes';
import { readConnector } from './read-connector';
import { block } from './read-features';
import { respell } from './respell';
import { unknownTenant } from './unknown-tenant';

/** What a body does not say of itself. */
export interface ImportContext {
  readonly name: string;
  readonly subscription: string;
  readonly resourceGroup: string;
  /** Without it the file has a placeholder, and a note says so. */
  readonly tenant?: string;
  /** The version that the body was read with. */
  readonly apiVersion?: ArmApiVersion;
  /** The connector's file as it is: its words stay where they say the same, and what only a file can say. */
  readonly file?: Connector;
}

export interface ImportedConnector {
  readonly connector: Connector;
  /** What the file keeps under `arm` because it has no words for it, place by place; null where Azure lacks a default. */
  readonly kept: readonly KeptValue[];
  /** What is unknown, older or unusual about the body, in sentences. */
  readonly notes: readonly string[];
}

export interface KeptValue {
  /** JSON pointer into the body, with an offering's type in place of its number. */
  readonly path: string;
  readonly value: Json;
}

/** The connector that a body from Azure declares. Nothing is lost: what a file cannot say is in its `arm`. */
export function fromArmBody(body: unknown, context: ImportContext): Result<ImportedConnector> {
  if (!isJsonObject(body) || !isAwsBody(body)) return err(notAws(body, context.name));
  const reading = toArmTree(body);
  const { etag: _etag, ...tree } = reading.tree;
  const read = readConnector(tree, placeOf(context));
  const connector = context.file ? respell(read, context.file) : read;
  const said = connectorTree(connector);
  const properties = forApiVersion(block(said, 'properties'), context.apiVersion ?? defaultArmApiVersion).properties;
  const arm = remainderOf(tree, { ...said, properties: withPresentNames(properties).properties });
  return ok({
    connector: Object.keys(arm).length === 0 ? connector : { ...connector, arm },
    kept: keptValues(arm),
    notes: importNotes({ reading, connector, tenantKnown: knownTenant(context) !== undefined, fileKnown: context.file !== undefined }),
  });
}

/** Azure holds connectors of other clouds under the same type. */
export function isAwsBody(body: ArmConnector): boolean {
  const properties = block(body, 'properties');
  const name = own(properties, 'environmentName') ?? own(properties, 'cloudName');
  if (typeof name === 'string') return name.toUpperCase() === 'AWS';
  return own(block(properties, 'environmentData'), 'environmentType') === 'AwsAccount';
}

const knownTenant = ({ tenant, file }: ImportContext): string | undefined => tenant ?? file?.azure.tenant;

const placeOf = (context: ImportContext) => ({
  name: context.name,
  azure: {
    tenant: knownTenant(context) ?? unknownTenant,
    subscription: context.subscription,
    resourceGroup: context.resourceGroup,
    location: '',
  },
  access: context.file?.access ?? ('default' as const),
  deployment: context.file?.deployment ?? { method: 'cloudFormation' as const, stack: 'defender-for-cloud', region: 'us-east-1' },
});

function keptValues(tree: ArmTree | ArmRemainder, path = ''): readonly KeptValue[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const pointer = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return isJsonObject(value) && Object.keys(value).length > 0 ? keptValues(value, pointer) : [{ path: pointer, value }];
  });
}

const notAws = (body: unknown, name: string) => {
  const cloud = isJsonObject(body) ? own(block(body, 'properties'), 'environmentName') : undefined;
  return {
    code: 'invalidInput' as const,
    message:
      typeof cloud === 'string'
        ? `Connector ${name} is for ${cloud}, and a connector file is for an AWS account.`
        : `Azure's answer for connector ${name} does not describe an AWS account.`,
    action: 'Choose a connector of an AWS account.',
  };
};
