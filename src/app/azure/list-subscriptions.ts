import type { AzurePorts, Subscription, Tenant } from '../azure-ports';
import type { Control } from '../control';
import type { Problem } from '../../core/model/problem';
import { ok, type Result } from '../../core/model/result';
import { inTurn } from './in-turn';

export interface SubscriptionList {
  readonly tenants: readonly Tenant[];
  /** Sorted by name. */
  readonly subscriptions: readonly Subscription[];
  /** Tenants that could not be asked, such as one that wants a sign-in of its own, and why. */
  readonly refused: readonly { readonly tenant: Tenant; readonly problem: Problem }[];
}

/** Ports for one tenant; without one, for the account's home. */
export type PortsOf = (tenant?: string) => AzurePorts;

/** Subscriptions of every tenant that the account is in, also as a guest. One tenant that refuses does not hide the others. */
export async function listSubscriptions(portsOf: PortsOf, { signal }: Control = {}): Promise<Result<SubscriptionList>> {
  const tenants = await portsOf().directory.tenants(signal);
  if (!tenants.ok) return tenants;
  const answers = await inTurn(tenants.value, 4, async (tenant) => ({ tenant, answer: await portsOf(tenant.id).directory.subscriptions(signal) }));
  const cancelled = answers.find(({ answer }) => !answer.ok && answer.error.code === 'cancelled' && signal?.aborted)?.answer;
  if (cancelled && !cancelled.ok) return cancelled;
  const subscriptions = answers.flatMap(({ answer }) => (answer.ok ? answer.value : []));
  return ok({
    tenants: tenants.value,
    // One subscription can be seen from several tenants, by delegation.
    subscriptions: [...new Map(subscriptions.map((each) => [each.id.toLowerCase(), each])).values()].sort((a, b) => a.name.localeCompare(b.name)),
    refused: answers.flatMap(({ tenant, answer }) => (answer.ok ? [] : [{ tenant, problem: answer.error }])),
  });
}
