import * as vscode from 'vscode';
import type { AzurePorts, Subscription } from '../../app/azure-ports';
import type { Problem, ProblemCode } from '../../core/model/problem';
import { ok, type Result } from '../../core/model/result';
import type { AzureAccess } from '../platform/azure-access';
import type * as Chunk from './azure-chunk';
import type { AzureSignIn } from './azure-sign-in';
import { keptSubscriptions } from './kept-subscriptions';
import { readConnectorHealth, readShownInventory } from './read-shown';
import type { SubscriptionMemory } from './subscription-memory';

export interface SessionHost {
  readonly signIn: AzureSignIn;
  readonly memory: SubscriptionMemory;
  readonly loadChunk: () => Promise<typeof Chunk>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Why a sign-in failed: who only hears that nobody is signed in cannot say more. */
  readonly tell: (problem: Problem) => void;
}

export interface AzureSession extends AzureAccess, vscode.Disposable {
  /** Azure for a tenant; asks for a sign-in only when told to. */
  ports(tenant: string | undefined, options: { readonly ask: boolean }): Promise<AzurePorts>;
  /** For a tenant that wants a sign-in of its own, as where the account is a guest. */
  signInTo(tenant: string): Promise<boolean>;
  choose(ids: readonly string[] | undefined): Promise<void>;
  /** Forgets what was read: something has been written. */
  changed(): void;
}

const notSignedIn: ReadonlySet<ProblemCode> = new Set(['credentials', 'cancelled']);

/** Azure as the signed-in account sees it. It keeps names for a while, and no token. */
export function azureSession({ signIn, memory, loadChunk, env, tell }: SessionHost): AzureSession {
  const emitter = new vscode.EventEmitter<void>();
  const changed = () => {
    subscriptions.forget();
    emitter.fire();
  };
  const watching = signIn.onDidChange(changed);

  const portsOf = async (ask: boolean) => {
    const { createAzurePorts, endpointOf } = await loadChunk();
    return (tenant = '') => createAzurePorts({ tenant, tokens: signIn.tokens({ ask }), endpoint: endpointOf(env) });
  };

  const subscriptions = keptSubscriptions(async () => (await loadChunk()).listSubscriptions(await portsOf(false)));

  const chosenSubscriptions = async (signal?: AbortSignal): Promise<Result<readonly Subscription[]>> => {
    const all = await subscriptions.read(signal);
    if (!all.ok) return all;
    const chosen = memory.get();
    return ok(chosen === undefined ? all.value.subscriptions : all.value.subscriptions.filter(({ id }) => chosen.includes(id)));
  };

  const placesOf = (subscriptionsOf: readonly Subscription[]) => subscriptionsOf.map(({ id, tenant }) => ({ subscription: id, tenant }));

  const failed = (problem: Problem): false => {
    tell(problem);
    return false;
  };

  const signInTo = async (tenant: string) => {
    const token = await signIn.tokens({ ask: true }).token({ tenant });
    if (!token.ok) return failed(token.error);
    // A tenant that wants more proof says so only when it is asked for something: that leads to a second sign-in.
    const { directory } = (await portsOf(true))(tenant);
    const answer = await (tenant === '' ? directory.tenants() : directory.subscriptions());
    changed();
    return answer.ok || !notSignedIn.has(answer.error.code) || failed(answer.error);
  };

  return {
    onDidChange: emitter.event,
    changed,
    subscriptions: subscriptions.read,
    chosenSubscriptions,
    ports: async (tenant, { ask }) => (await portsOf(ask))(tenant),
    isSignedIn: async () => (await signIn.account()) !== undefined,
    signIn: () => signInTo(''),
    signInTo,
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
      return (await loadChunk()).listConnectors(await portsOf(false), placesOf(chosen.value), signal ? { signal } : {});
    },
    inventory: async (signal) => readShownInventory(await chosenSubscriptions(signal), { chunk: await loadChunk(), portsOf: await portsOf(false), signal }),
    health: async (key, signal) => readConnectorHealth(key, await subscriptions.read(signal), { chunk: await loadChunk(), portsOf: await portsOf(false), signal }),
    dispose: () => vscode.Disposable.from(emitter, watching).dispose(),
  };
}
