import type { ReadTree } from '../generate/arm/arm-tree';
import type { Connector } from '../model/connector';
import { isJsonObject, own, type JsonObject } from '../model/json';
import { block } from './read-features';
import { unknownTenant } from './unknown-tenant';

interface Imported {
  readonly reading: ReadTree;
  readonly connector: Connector;
  readonly tenantKnown: boolean;
  readonly fileKnown: boolean;
}

/** What a reader should know of an import, in sentences. */
export function importNotes({ reading, connector, tenantKnown, fileKnown }: Imported): readonly string[] {
  const properties = block(reading.tree, 'properties');
  return [
    ...(tenantKnown ? [] : [`Azure does not say the tenant: put your Microsoft Entra tenant id in place of ${unknownTenant}.`]),
    ...(fileKnown ? [] : ['Azure does not say which permissions the roles have: the file says default. Change access if they have least privilege.']),
    ...accountNotes(connector, block(block(properties, 'environmentData'), 'organizationalData')),
    ...offeringNotes(block(properties, 'offerings')),
    ...reading.renamed.map(({ path, formerly }) => `${shown(formerly ?? '')} is an older name: it is read as ${shown(path)}.`),
    ...(reading.plainSubPlan ? ['The plan of Defender for Servers is a plain text in this body: it is written as an object, as the specification has it.'] : []),
  ];
}

function* accountNotes({ account: { id }, azure }: Connector, organization: JsonObject) {
  if (!/^[0-9]{12}$/.test(id)) yield `${id === '' ? 'An empty text' : id} is not an AWS account id: put the twelve digits of the account in its place.`;
  if (azure.location === '') yield 'Azure does not say the location: add it.';
  if (own(organization, 'organizationMembershipType') !== 'Member') return;
  const parent = own(organization, 'parentHierarchyId');
  yield `This account was connected with its organization${typeof parent === 'string' ? ` ${parent}` : ''}: that stays under arm.`;
}

const sayable = ['CspmMonitorAws', 'DefenderCspmAws', 'DefenderForServersAws', 'DefenderForContainersAws', 'DefenderForDatabasesAws'];

function* offeringNotes(offerings: JsonObject) {
  for (const [type, offering] of Object.entries(offerings)) {
    if (!sayable.includes(type)) yield `A connector file has no words for the offering ${type}: it stays under arm.`;
    if (type !== 'DefenderForServersAws' || !isJsonObject(offering)) continue;
    const tier = own(block(offering, 'subPlan'), 'type');
    if (tier !== 'P1' && tier !== 'P2')
      yield `Azure says ${typeof tier === 'string' ? tier : 'nothing'} for the plan of Defender for Servers, and a file can say P1 or P2: the offering stays under arm.`;
  }
}

const shown = (path: string): string => path.replace(/^offerings\./, '');
