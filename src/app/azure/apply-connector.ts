import type { AzurePorts } from '../azure-ports';
import type { Control } from '../control';
import { patiently } from '../patiently';
import { bodyChanges } from '../../core/azure/body-changes';
import type { ConnectorPlan } from '../../core/azure/connector-plan';
import type { ArmConnector } from '../../core/model/arm-body';
import { own } from '../../core/model/json';
import type { Problem } from '../../core/model/problem';
import { err, ok, type Result } from '../../core/model/result';

export interface ApplyControl extends Control {
  readonly report?: (sentence: string) => void;
}

/** Carries a plan out: provider, resource group, connector. Each step may be repeated; what is there already is left as it is. */
export async function applyConnector(ports: AzurePorts, plan: ConnectorPlan, control: ApplyControl = {}): Promise<Result<ArmConnector>> {
  const { report, signal } = control;
  const { subscription, resourceGroup } = plan.key;
  if (plan.action === 'none' && plan.before) return ok(plan.before);
  if (plan.registersProvider) {
    report?.('Registering Microsoft.Security');
    const registered = await registerProvider(ports, subscription, signal);
    if (!registered.ok) return registered;
  }
  if (plan.createsGroup) {
    report?.(`Creating resource group ${resourceGroup}`);
    const group = await ports.groups.create({ subscription, name: resourceGroup }, plan.location, signal);
    if (!group.ok) return group;
  }
  report?.(`${plan.action === 'create' ? 'Creating' : 'Updating'} connector ${plan.key.name}`);
  return writeOnce(ports, plan, signal);
}

/** Milliseconds between looks, and how many: five minutes in all. */
const registration = { pause: 5_000, looks: 60 } as const;

async function registerProvider(ports: AzurePorts, subscription: string, signal: AbortSignal | undefined): Promise<Result<void>> {
  const asked = await ports.provider.register(subscription, signal);
  if (!asked.ok) return asked;
  for (let look = 0; look < registration.looks; look++) {
    const now = await ports.provider.read(subscription, signal);
    if (!now.ok) return now;
    if (now.value.registration.toLowerCase() === 'registered') return ok(undefined);
    await ports.clock.sleep(registration.pause, signal);
    if (signal?.aborted) return err({ code: 'cancelled', message: 'Cancelled while Azure registers Microsoft.Security, which goes on.' });
  }
  return err({ code: 'service', message: `Azure has not registered Microsoft.Security in subscription ${subscription} within five minutes.`, action: 'Try again later: what was begun goes on.' });
}

/**
 * Writes, and when the answer is lost looks before anything is repeated: Azure may have done it.
 * Repeated once, and only when Azure has what it had before.
 */
async function writeOnce(ports: AzurePorts, plan: ConnectorPlan, signal: AbortSignal | undefined, repeats = 1): Promise<Result<ArmConnector>> {
  const { key, apiVersion, body, etag } = plan;
  const written = await ports.connectors.write({ key, apiVersion, body, etag }, signal);
  if (written.ok || !isUnsure(written.error)) return written;
  const seen = await lookBack(ports, plan, written.error);
  if (!seen.ok) return seen;
  if (seen.value !== null) return ok(seen.value);
  return repeats > 0 && !signal?.aborted ? writeOnce(ports, plan, signal, repeats - 1) : written;
}

/** After these the request may have arrived. After a refusal, or a 429, it has changed nothing. */
export const isUnsure = ({ code }: Problem): boolean => code === 'network' || code === 'service' || code === 'cancelled';

/** What Azure has now, if it is what was to be written; null if it is what was there before. */
async function lookBack(ports: AzurePorts, plan: ConnectorPlan, lost: Problem): Promise<Result<ArmConnector | null>> {
  // Not under the user's signal: whoever cancels wants to know, too, whether it was done.
  const now = await patiently(() => ports.connectors.read(plan.key, plan.apiVersion), { clock: ports.clock });
  if (!now.ok) return err(unknownState(plan, lost));
  if (isAsBefore(plan, now.value)) return ok(null);
  return now.value !== null && isDone(plan, now.value) ? ok(now.value) : err(changedMeanwhile(plan));
}

function isAsBefore({ before, etag }: ConnectorPlan, now: ArmConnector | null): boolean {
  if (before === null || now === null) return before === now;
  return etag === null ? bodyChanges(before, now).length === 0 : own(now, 'etag') === etag;
}

/** Azure may add to a body, but not what the plan takes away. */
function isDone({ body, changes }: ConnectorPlan, now: ArmConnector): boolean {
  const taken = new Set(changes.filter(({ kind }) => kind === 'remove').map(({ path }) => path));
  return bodyChanges(now, body).every(({ kind, path }) => kind === 'remove' && !taken.has(path));
}

const unknownState = ({ key }: ConnectorPlan, { message, detail }: Problem): Problem => ({
  code: 'service',
  message: `${message} Whether connector ${key.name} was written is not known, and Azure could not be asked again.`,
  action: 'Look at it with a plan before you write again: nothing is repeated by itself.',
  ...(detail === undefined ? {} : { detail }),
});

const changedMeanwhile = ({ key }: ConnectorPlan): Problem => ({
  code: 'conflict',
  message: `Connector ${key.name} is neither what it was nor what was to be written: somebody else has changed it.`,
  action: 'Look at the difference again, then decide anew.',
});
