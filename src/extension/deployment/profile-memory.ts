import type { Memento } from 'vscode';

/** Which credentials a connector's account is reached with. */
export interface ProfileChoice {
  readonly profile: string;
  /** Null for the region that the connector file names. */
  readonly region: string | null;
}

/** The last choice per AWS account, kept for this workspace on this machine; names only, never a key. */
export interface ProfileMemory {
  get(accountId: string): ProfileChoice | undefined;
  set(accountId: string, choice: ProfileChoice): Promise<void>;
}

const key = 'profileByAccount';

export const profileMemory = (state: Memento): ProfileMemory => ({
  get: (accountId) => toChoice(read(state)[accountId]),
  set: (accountId, choice) => Promise.resolve(state.update(key, { ...read(state), [accountId]: choice })),
});

function read(state: Memento): Readonly<Record<string, unknown>> {
  const stored: unknown = state.get(key);
  return typeof stored === 'object' && stored !== null ? { ...stored } : {};
}

function toChoice(stored: unknown): ProfileChoice | undefined {
  if (typeof stored !== 'object' || stored === null || !('profile' in stored) || typeof stored.profile !== 'string') return undefined;
  const region = 'region' in stored && typeof stored.region === 'string' ? stored.region : null;
  return { profile: stored.profile, region };
}
