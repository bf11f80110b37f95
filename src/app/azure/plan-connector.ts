import type { AzurePorts, SecurityProvider } from '../azure-ports';
import { bodyChanges } from '../../core/azure/body-changes';
import { checkRights } from '../../core/azure/check-rights';
import { sameConnector } from '../../core/azure/connector-id';
import type { ConnectorPlan } from '../../core/azure/connector-plan';
import { shortLocation } from '../../core/azure/short-location';
import { toArmBody } from '../../core/generate/arm-body';
import { defaultArmApiVersion, type ArmApiVersion } from '../../core/generate/arm/api-versions';
import type { ArmConnector } from '../../core/model/arm-body';
import type { ConnectorKey } from '../../core/model/azure-connector';
import type { Connector } from '../../core/model/connector';
import { isJsonObject, own } from '../../core/model/json';
import type { Problem } from '../../core/model/problem';
import { err, ok, type Result } from '../../core/model/result';

export interface PlanOptions {
  readonly signal?: AbortSignal | undefined;
  readonly apiVersion?: ArmApiVersion;
}

/** Says what writing a connector would change, and changes nothing: reads, merges, compares, and looks at rights and surroundings. */
export async function planConnector(ports: AzurePorts, connector: Connector, options: PlanOptions = {}): Promise<Result<ConnectorPlan>> {
  const { signal, apiVersion = defaultArmApiVersion } = options;
  const key = keyOf(connector);
  const scene = await readScene(ports, key, { signal, apiVersion });
  if (!scene.ok) return scene;
  const { before, provider, hasGroup } = scene.value;
  const obstacle = obstacleOf(connector, before, provider.locations);
  if (obstacle) return err(obstacle);

  const location = textOf(before, 'location') ?? connector.azure.location;
  const { body, notes } = toArmBody(
    { ...connector, azure: { ...connector.azure, location } },
    { apiVersion, ...(before === null ? {} : { base: before }) },
  );
  const changes = bodyChanges(before, body);
  const registersProvider = provider.registration.toLowerCase() !== 'registered';
  const rights = { plans: connector.plans, createsGroup: !hasGroup, registersProvider };
  return ok({
    action: before === null ? 'create' : changes.length === 0 ? 'none' : 'update',
    ...{ tenant: ports.tenant, key, location, accountId: connector.account.id, apiVersion, before, body, changes },
    ...{ etag: textOf(before, 'etag') ?? null, registersProvider, createsGroup: !hasGroup },
    rights: checkRights({ ...rights, grants: await readGrants(ports, key, hasGroup, signal) }),
    notes: [...notes, ...removalNotes(changes), ...(before === null ? await otherConnectors(ports, key, connector, signal) : etagNote(before))],
  });
}

interface Scene {
  readonly provider: SecurityProvider;
  readonly hasGroup: boolean;
  readonly before: ArmConnector | null;
}

async function readScene(ports: AzurePorts, key: ConnectorKey, { signal, apiVersion }: PlanOptions & { readonly apiVersion: ArmApiVersion }): Promise<Result<Scene>> {
  const provider = await ports.provider.read(key.subscription, signal);
  if (!provider.ok) return provider;
  const hasGroup = await ports.groups.exists({ subscription: key.subscription, name: key.resourceGroup }, signal);
  if (!hasGroup.ok) return hasGroup;
  const before = hasGroup.value ? await ports.connectors.read(key, apiVersion, signal) : ok(null);
  return before.ok ? ok({ provider: provider.value, hasGroup: hasGroup.value, before: before.value }) : before;
}

/** Undefined when they may not be read: that is no reason to stop. */
async function readGrants(ports: AzurePorts, { subscription, resourceGroup }: ConnectorKey, hasGroup: boolean, signal: AbortSignal | undefined) {
  const read = await ports.permissions.read(hasGroup ? { subscription, resourceGroup } : { subscription }, signal);
  return read.ok ? read.value : undefined;
}

export const keyOf = ({ name, azure: { subscription, resourceGroup } }: Connector): ConnectorKey => ({ subscription, resourceGroup, name });

function obstacleOf(connector: Connector, before: ArmConnector | null, locations: readonly string[]): Problem | undefined {
  const { name, account, azure } = connector;
  const properties = before && own(before, 'properties');
  const accountNow = isJsonObject(properties) ? own(properties, 'hierarchyIdentifier') : undefined;
  if (typeof accountNow === 'string' && accountNow !== account.id) {
    return {
      code: 'wrongAccount',
      message: `Connector ${name} in Azure is for AWS account ${accountNow}, and the file is for ${account.id}.`,
      action: 'Give the connector in the file another name, or put the right account into it.',
    };
  }
  const locationNow = textOf(before, 'location');
  if (locationNow !== undefined && shortLocation(locationNow) !== shortLocation(azure.location)) {
    return {
      code: 'conflict',
      message: `Connector ${name} is in ${locationNow}, and the file says ${azure.location}: a connector cannot move.`,
      action: `Write ${shortLocation(locationNow)} into the file, or delete the connector and create it anew.`,
    };
  }
  if (before !== null || locations.length === 0 || locations.some((each) => shortLocation(each) === shortLocation(azure.location))) return undefined;
  return {
    code: 'invalidInput',
    message: `Azure takes no connector in ${azure.location}. It does in ${locations.map(shortLocation).join(', ')}.`,
    action: 'Write one of them into the file.',
  };
}

const removalNotes = (changes: ConnectorPlan['changes']): readonly string[] =>
  changes.filter(({ kind, path }) => kind === 'remove' && /^offerings\.[^.]+$/.test(path)).map(({ path }) => `Plan ${path.replace('offerings.', '')} is switched off.`);

/** Microsoft does not say what happens with two connectors for one account, so it is said that there are. */
async function otherConnectors(ports: AzurePorts, key: ConnectorKey, { account }: Connector, signal: AbortSignal | undefined): Promise<readonly string[]> {
  const subscriptions = await ports.directory.subscriptions(signal);
  const ids = subscriptions.ok ? subscriptions.value.map(({ id }) => id) : [key.subscription];
  const found = await ports.connectors.search({ subscriptions: ids, accountId: account.id }, signal);
  if (!found.ok) return [`Whether AWS account ${account.id} has a connector elsewhere could not be looked up.`];
  return found.value
    .filter((other) => !sameConnector(other.key, key))
    .map(({ key: { name, resourceGroup, subscription } }) => `AWS account ${account.id} already has connector ${name} (resource group ${resourceGroup}, subscription ${subscription}). Consider to update that one.`);
}

const etagNote = (before: ArmConnector): readonly string[] =>
  textOf(before, 'etag') === undefined ? ['Azure gave no etag: a change that somebody else makes meanwhile would be written over.'] : [];

function textOf(body: ArmConnector | null, name: string): string | undefined {
  const value = body === null ? undefined : own(body, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
