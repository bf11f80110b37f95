import type { AzurePorts } from '../azure-ports';
import type { Control } from '../control';
import { patiently } from '../patiently';
import { readAzureConnector } from '../../core/azure/read-azure-connector';
import type { DeletionPlan, DeletionStep } from '../../core/azure/connector-plan';
import { defaultArmApiVersion } from '../../core/generate/arm/api-versions';
import type { AzureConnector, ConnectorKey } from '../../core/model/azure-connector';
import { err, ok, type Result } from '../../core/model/result';
import { isUnsure } from './apply-connector';

/** Says what deleting a connector would take with it and what it would leave, and deletes nothing. */
export async function planDeletion(ports: AzurePorts, key: ConnectorKey, { signal }: Control = {}): Promise<Result<DeletionPlan>> {
  const body = await ports.connectors.read(key, defaultArmApiVersion, signal);
  if (!body.ok) return body;
  if (body.value === null) {
    return err({ code: 'notFound', message: `Subscription ${key.subscription} has no connector ${key.name} in resource group ${key.resourceGroup}.`, action: 'It may have been deleted already.' });
  }
  const connector = readAzureConnector(body.value);
  const members = await membersOf(ports, key, connector, signal);
  if (!members.ok) return members;
  const accountId = connector?.accountId ?? null;
  return ok({ tenant: ports.tenant, key, accountId, members: members.value, steps: deletionSteps(key, accountId, members.value.length) });
}

async function membersOf(ports: AzurePorts, { subscription }: ConnectorKey, connector: AzureConnector | undefined, signal: AbortSignal | undefined): Promise<Result<readonly ConnectorKey[]>> {
  if (connector?.membership !== 'organization' || connector.accountId === null) return ok([]);
  const all = await ports.connectors.list(subscription, signal);
  if (!all.ok) return all;
  return ok(all.value.filter(({ membership, parentId }) => membership === 'member' && parentId === connector.accountId).map(({ key }) => key));
}

const deletionSteps = (key: ConnectorKey, accountId: string | null, members: number): readonly DeletionStep[] => [
  { kind: 'now', sentence: `Connector ${key.name} is deleted: Defender for Cloud stops looking at AWS account ${accountId ?? '(unknown)'}.` },
  ...(members > 0 ? [{ kind: 'now' as const, sentence: `With it go ${members === 1 ? 'one connector' : `${members} connectors`} of the organization's members. One resource lock on any of them stops all of it.` }] : []),
  { kind: 'later', sentence: 'In AWS the stack, and the StackSet of an organization, stay until you delete them. Delete them after the connector, or its health gets worse first.' },
  { kind: 'shared', sentence: 'The identity provider in AWS may also serve Microsoft Sentinel: look at its other audiences and roles before you delete it.' },
  { kind: 'keep', sentence: 'Buckets, queues and streams that Defender for Containers made in AWS stay, and cost until they are deleted by hand.' },
  { kind: 'keep', sentence: `Resource group ${key.resourceGroup} and the connector file stay.` },
];

/** Deletes what the plan names. After a lost answer it looks first, and repeats once at most. False when it was gone already. */
export async function deleteConnector(ports: AzurePorts, { key }: Pick<DeletionPlan, 'key'>, { signal }: Control = {}, repeats = 1): Promise<Result<boolean>> {
  const deleted = await ports.connectors.delete(key, signal);
  if (deleted.ok || !isUnsure(deleted.error)) return deleted;
  const now = await patiently(() => ports.connectors.read(key, defaultArmApiVersion), { clock: ports.clock });
  if (now.ok && now.value === null) return ok(true);
  if (!now.ok || repeats === 0 || signal?.aborted) return deleted;
  return deleteConnector(ports, { key }, signal ? { signal } : {}, repeats - 1);
}
