import type { Json } from '../model/json';

/** What was found in AWS with a profile. Nothing of it is kept: it is looked up again when somebody asks again. */
export interface AccountLook {
  readonly profile: string;
  readonly accountId: string;
  readonly providers: readonly FoundProvider[];
  /** Why it is not known which providers there are; null where it is. */
  readonly gap: string | null;
}

/** An identity provider that Defender for Cloud uses, as it stands in the account. */
export interface FoundProvider {
  readonly url: string;
  readonly audiences: readonly FoundAudience[];
}

export interface FoundAudience {
  readonly audience: string;
  /** What it is for; null where it is none of Microsoft's published ones. */
  readonly purpose: string | null;
}

/** An answer that was found instead of typed. Undefined takes the answer away. */
export interface FoundAnswer {
  readonly field: string;
  readonly value: Json | undefined;
}

/** Whether the profile reaches the account that was typed. */
export function accountWords({ profile, accountId }: AccountLook, typed: string): string {
  if (typed === '' || typed === accountId) return `Profile ${profile} is in account ${accountId}.`;
  return `Profile ${profile} is in account ${accountId}, but ${typed} stands here.`;
}

/** Which of Microsoft's identity providers are there already, and what that means. */
export function providerWords({ accountId, providers, gap }: AccountLook): readonly string[] {
  if (gap !== null) return [`Which identity providers account ${accountId} has is not known. ${gap}`];
  if (providers.length === 0) return [`Account ${accountId} has no identity provider for Defender for Cloud or Microsoft Sentinel yet: the deployment creates it.`];
  return providers.map(({ url, audiences }) => {
    const sentinel = audiences.some(({ purpose }) => purpose?.includes('Sentinel'));
    const whose = sentinel ? 'Microsoft Sentinel may use it too. ' : '';
    return `Account ${accountId} has the identity provider ${url} already. ${whose}It is shared, not created again.`;
  });
}
