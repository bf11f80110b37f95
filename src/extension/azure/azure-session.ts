import * as vscode from 'vscode';
import type { AzurePorts, Subscription } from '../../app/azure-ports';
import type { SubscriptionList } from '../../app/azure/list-subscriptions';
import { ok, type Result } from '../../core/model/result';
import type { AzureAccess } from '../platform/azure-access';
import type * as Chunk from './azure-chunk';
import type { AzureSignIn } from './azure-sign-in';
import { readConnectorHealth, readShownInventory } from './read-shown';
import type { SubscriptionMemory } from './subscription-memory';

export interface SessionHost {
  readonly signIn: AzureSignIn;
  readonly memory: SubscriptionMemory;
  readonly loadChunk: () => Promise<typeof Chunk>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface AzureSession extends AzureAccess, vscode.Disposable {
  /** Azure for a tenant; asks for a sign-in only when told to. */
  ports(tenant: string | undefined, options: { readonly ask: boolean }): Promise<AzurePorts>;
  choose(ids: readonly string[] | undefined): Promise<void>;
  /** Forgets what was read: something has been written. */
  changed(): void;
}

/** Azure as the signed-in account sees it. It keeps names for a while, and no token. */
export function azureSession({ signIn, memory, loadChunk, env }: SessionHost): AzureSession {
  const emitter = new vscode.EventEmitter<void>();
  let listed: Promise<Result<SubscriptionList>> | undefined;
  const changed = () => {
    listed = undefined;
    emitter.fire();
  };
  const watching = signIn.onDidChange(changed);

  const portsOf = async (ask: boolean) => {
    const { createAzurePorts, endpointOf } = await loadChunk();
    return (tenant = '') => createAzurePorts({ tenant, tokens: signIn.tokens({ ask }), endpoint: endpointOf(env) });
  };

  const list = async (ask: boolean, signal?: AbortSignal) => (await loadChunk()).listSubscriptions(await portsOf(ask), signal ? { signal } : {});

  /** Only what was read in full is kept: a refusal is worth another try. */
  const subscriptions = async (signal?: AbortSignal): Promise<Result<SubscriptionList>> => {
    const reading = (listed ??= list(false, signal));
    const answer = await reading;
    if ((!answer.ok || answer.value.refused.length > 0) && listed === reading) listed = undefined;
    return answer;
  };

  const chosenSubscriptions = async (signal?: AbortSignal): Promise<Result<readonly Subscription[]>> => {
    const all = await subscriptions(signal);
    if (!all.ok) return all;
    const chosen = memory.get();
    return ok(chosen === undefined ? all.value.subscriptions : all.value.subscriptions.filter(({ id }) => chosen.includes(id)));
  };

  return {
    onDidChange: emitter.event,
    changed,
    subscriptions,
    chosenSubscriptions,
    ports: async (tenant, { ask }) => (await portsOf(ask))(tenant),
    isSignedIn: async () => (await signIn.account()) !== undefined,
    async signIn() {
      const token = await signIn.tokens({ ask: true }).token({ tenant: '' });
      if (token.ok) changed();
      return token.ok;
    },
    async choose(ids) {
      await memory.set(ids);
      emitter.fire();
    },
    resourceGroups: async ({ tenant, subscription }, signal) => (await portsOf(false))(tenant).groups.list(subscription, signal),
    locations: async ({ tenant, subscription }, signal) =>
      (await loadChunk()).connectorLocations((await portsOf(false))(tenant), subscription, signal ? { signal } : {}),
    async connectors(signal) {
      const chosen = await chosenSubscriptions(signal);
      if (!chosen.ok) return chosen;
      const places = chosen.value.map(({ id, tenant }) => ({ subscription: id, tenant }));
      return (await loadChunk()).listConnectors(await portsOf(false), places, signal ? { signal } : {});
    },
    inventory: async (signal) => readShownInventory(await chosenSubscriptions(signal), { chunk: await loadChunk(), portsOf: await portsOf(false), signal }),
    health: async (key, signal) => readConnectorHealth(key, await subscriptions(signal), { chunk: await loadChunk(), portsOf: await portsOf(false), signal }),
    dispose: () => vscode.Disposable.from(emitter, watching).dispose(),
  };
}
