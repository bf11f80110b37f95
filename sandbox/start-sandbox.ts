import { createAzureSandbox, type AzureSandbox } from './azure/azure-sandbox';
import { createAzureWorld } from './azure/azure-world';
import { createClock, type ClockOptions } from './clock';
import { createFaultBook, type FaultRule } from './faults';
import { startHttpServer } from './http/server';
import type { RequestLogEntry } from './request-log';
import { defaultAccounts, type SandboxAccount } from './sandbox-account';
import { createSeed, type SandboxSeed } from './sandbox-seed';
import { createStateView, type SandboxState } from './sandbox-state';
import { createAccountState, userSession, type World } from './world';

export type { FaultRule } from './faults';
export type { RequestLogEntry } from './request-log';
export type { SandboxAccount } from './sandbox-account';

export interface SandboxOptions {
  /** Any free port without it. */
  readonly port?: number;
  /** `manual` (the default) waits for `clock.tick()`; `{ msPerStep: 0 }` goes as fast as it can. */
  readonly clock?: ClockOptions;
  readonly accounts?: readonly SandboxAccount[];
  /** Rows in one answer of a CloudFormation list; 100 without it. */
  readonly pageSize?: number;
  /** Sees each request and its true answer. */
  readonly observe?: NonNullable<World['observe']>;
}

export interface Sandbox {
  readonly endpoint: string;
  readonly region: string;
  readonly accounts: readonly SandboxAccount[];
  readonly clock: { tick(): boolean; runAll(): void };
  readonly faults: { add(rule: FaultRule): void; clear(): void };
  requests(): readonly RequestLogEntry[];
  readonly state: SandboxState;
  readonly seed: SandboxSeed;
  readonly azure: AzureSandbox;
  stop(): Promise<void>;
}

/** Starts a cloud of its own on 127.0.0.1. Several can run side by side. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, clock = 'manual', accounts = defaultAccounts, pageSize = 100 } = options;
  const log: RequestLogEntry[] = [];
  const world: World = {
    accounts: new Map(accounts.map((account) => [account.id, createAccountState(account)])),
    sessions: new Map(accounts.map((account) => [account.accessKeyId, userSession(account)])),
    buckets: new Map(),
    azure: createAzureWorld(),
    ...(options.observe ? { observe: options.observe } : {}),
    clock: createClock(clock),
    faults: createFaultBook(),
    pageSize,
    endpoint: '',
  };
  const server = await startHttpServer(world, log, port);
  world.endpoint = `http://127.0.0.1:${server.port}`;
  return {
    endpoint: world.endpoint,
    region: 'us-east-1',
    accounts,
    clock: world.clock,
    faults: world.faults,
    requests: () => [...log],
    state: createStateView(world),
    seed: createSeed(world),
    azure: createAzureSandbox(world),
    async stop() {
      world.clock.stop();
      await server.stop();
    },
  };
}
