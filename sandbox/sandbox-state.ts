import type { Stack } from './cloudformation/stacks/stack';
import type { IamStore, ManagedPolicy, OidcProvider, Role } from './iam/iam-store';
import type { Bucket } from './s3/bucket';
import type { AccountState, StoredResource, World } from './world';

/** What stands in an account now, for assertions. Read it; changing it is the seed's and the API's business. */
export interface AccountView {
  /** Newest last, deleted ones included. */
  readonly stacks: readonly Readonly<Stack>[];
  readonly roles: readonly Readonly<Role>[];
  readonly managedPolicies: readonly Readonly<ManagedPolicy>[];
  readonly oidcProviders: readonly Readonly<OidcProvider>[];
  readonly buckets: readonly Readonly<Bucket>[];
  readonly others: readonly Readonly<StoredResource>[];
}

export interface SandboxState {
  account(id: string): AccountView;
  /** The stack that has this name now, or that last had it. */
  stack(accountId: string, name: string): Readonly<Stack> | undefined;
  role(accountId: string, name: string): Readonly<Role> | undefined;
}

export function createStateView(world: World): SandboxState {
  return {
    account: (id) => view(world, accountOf(world, id)),
    stack: (accountId, name) => accountOf(world, accountId).stacks.findLast((stack) => stack.name === name),
    role: (accountId, name) => accountOf(world, accountId).iam.roles.get(name.toLowerCase()),
  };
}

export function accountOf(world: World, id: string): AccountState {
  const account = world.accounts.get(id);
  if (!account) throw new Error(`The sandbox has no account ${id}.`);
  return account;
}

const view = (world: World, { id, stacks, iam, others }: AccountState): AccountView => ({
  stacks: [...stacks],
  ...iamView(iam),
  buckets: [...world.buckets.values()].filter(({ accountId }) => accountId === id),
  others: [...others.values()],
});

const iamView = ({ roles, managedPolicies, oidcProviders }: IamStore) => ({
  roles: [...roles.values()],
  managedPolicies: [...managedPolicies.values()],
  oidcProviders: [...oidcProviders.values()],
});
