import * as vscode from 'vscode';
import type { Profile } from '../../app/ports';
import { readSetting } from '../platform/settings';
import { chooseProfile } from './choose-profile';
import { chooseRegion } from './choose-region';
import type { Credentials } from './deployment-chunk';
import type { ProfileMemory } from './profile-memory';

/** What is asked of AWS about a connector always goes with the profile chosen for its account, and never without trust. */
export interface CredentialChoices {
  /** What was chosen before, or is set; undefined when nothing was, or the workspace is not trusted. Asks nobody. */
  known(accountId: string): Credentials | undefined;
  /** What is known, else asks. Undefined when the user turns away. */
  need(accountId: string): Promise<Credentials | undefined>;
  /** Asks in any case. */
  choose(accountId: string): Promise<Credentials | undefined>;
  /** Asks for a profile whose account is to be found out; `remember` keeps the choice for it. */
  chooseAny(): Promise<Credentials | undefined>;
  remember(accountId: string, profile: string): Promise<void>;
  chooseRegion(accountId: string, fromFile: string): Promise<void>;
  /** Those with which an operation was begun; undefined when the workspace is not trusted. */
  again(profile: string, region: string): Credentials | undefined;
  readonly onDidChoose: vscode.Event<void>;
}

export interface ChoicesHost {
  readonly memory: ProfileMemory;
  readonly isTrusted: () => boolean;
  readonly listProfiles: () => Promise<readonly Profile[]>;
  readonly regions: () => Promise<readonly { readonly code: string; readonly name: string | null }[]>;
}

export function credentialChoices({ memory, isTrusted, listProfiles, regions }: ChoicesHost): CredentialChoices {
  const chosen = new vscode.EventEmitter<void>();

  const known = (accountId: string) => {
    const choice = memory.get(accountId) ?? { profile: readSetting('profile'), region: null };
    return choice.profile === '' || !isTrusted() ? undefined : { ...choice, askMfa, trusted: true };
  };

  const remember = async (accountId: string, profile: string) => {
    await memory.set(accountId, { profile, region: memory.get(accountId)?.region ?? null });
    chosen.fire();
  };

  const choose = async (accountId: string) => {
    const profile = await chooseProfile({ profiles: await listProfiles(), accountId, current: memory.get(accountId)?.profile });
    if (profile === undefined) return undefined;
    await remember(accountId, profile);
    return known(accountId);
  };

  const chooseAny = async () => {
    if (!isTrusted()) return undefined;
    const profiles = await listProfiles();
    const profile = await chooseProfile({ profiles, accountId: null, current: readSetting('profile') || undefined });
    if (profile === undefined) return undefined;
    return { profile, region: profiles.find(({ name }) => name === profile)?.region ?? null, askMfa, trusted: true };
  };

  return {
    known,
    choose,
    chooseAny,
    remember,
    again: (profile, region) => (isTrusted() ? { profile, region, askMfa, trusted: true } : undefined),
    need: async (accountId) => known(accountId) ?? choose(accountId),
    chooseRegion: async (accountId, fromFile) => {
      const before = memory.get(accountId);
      const answer = await chooseRegion({ regions: await regions(), fromFile, current: before?.region ?? null });
      if (!answer) return;
      await memory.set(accountId, { profile: before?.profile ?? readSetting('profile'), region: answer.region });
      chosen.fire();
    },
    onDidChoose: chosen.event,
  };
}

/** The code goes from the input box to AWS and is kept nowhere. */
const askMfa = (serial: string): Promise<string | undefined> =>
  Promise.resolve(
    vscode.window.showInputBox({
      title: 'MFA code',
      prompt: `Code of ${serial}`,
      password: true,
      ignoreFocusOut: true,
      validateInput: (value) => (/^\d{6}$/.test(value) ? undefined : 'The code has six digits.'),
    }),
  );
