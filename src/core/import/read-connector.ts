import { roleById } from '../catalog/role-by-id';
import { connectorTree } from '../generate/arm/connector-tree';
import type { ArmTree } from '../model/arm-body';
import type { Account, Connector } from '../model/connector';
import { own, type Json, type JsonObject } from '../model/json';
import { block } from './read-features';
import { readPlans } from './read-plans';
import { readRoleNames } from './read-role-names';

/** What a body does not hold: its address in Azure, and how its roles get into AWS. */
export type ConnectorPlace = Pick<Connector, 'name' | 'azure' | 'access' | 'deployment'>;

/** What a file can say of a body; the rest is for `remainderOf`. */
export function readConnector(tree: ArmTree, { name, azure, access, deployment }: ConnectorPlace): Connector {
  const properties = block(tree, 'properties');
  const environment = block(properties, 'environmentData');
  const offerings = block(properties, 'offerings');
  const connector: Connector = {
    name,
    account: readAccount(properties, block(environment, 'organizationalData')),
    regions: readRegions(own(environment, 'regions')),
    scanIntervalHours: readInterval(own(environment, 'scanInterval')),
    azure: { ...azure, location: textOf(own(tree, 'location')) ?? azure.location },
    access,
    plans: readPlans(offerings),
    roles: {},
    deployment,
  };
  const said = block(block(connectorTree(connector), 'properties'), 'offerings');
  const names = [...readRoleNames(offerings, said, connector)];
  return { ...connector, roles: Object.fromEntries(names.filter(([id, given]) => given !== roleById(id)?.defaultName)) };
}

function readAccount(properties: JsonObject, organization: JsonObject): Account {
  const id = own(properties, 'hierarchyIdentifier');
  const account = { id: typeof id === 'number' ? String(id) : (textOf(id) ?? ''), type: 'single', excluded: [] } as const;
  if (own(organization, 'organizationMembershipType') !== 'Organization') return account;
  const stackSet = textOf(own(organization, 'stacksetName'));
  return {
    ...account,
    type: 'management',
    excluded: uniqueTexts(own(organization, 'excludedAccountIds'), /^[0-9]{12}$/) ?? [],
    ...(stackSet !== undefined && /^[a-zA-Z][-a-zA-Z0-9]{0,127}$/.test(stackSet) ? { stackSet } : {}),
  };
}

function readRegions(value: Json | undefined): Connector['regions'] {
  const regions = uniqueTexts(value, /^/);
  return regions === undefined || regions.length === 0 ? 'all' : regions;
}

const readInterval = (value: Json | undefined): number => (typeof value === 'number' && Number.isInteger(value) ? value : 12);

/** The list, if it holds nothing but different texts of that shape: a file can say no other. */
function uniqueTexts(value: Json | undefined, shape: RegExp): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const texts = (value as readonly Json[]).filter((item) => typeof item === 'string');
  return texts.length === value.length && new Set(texts).size === texts.length && texts.every((text) => shape.test(text)) ? texts : undefined;
}

const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
