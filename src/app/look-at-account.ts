import { audienceByValue } from '../core/catalog/audience-by-value';
import { catalog } from '../core/catalog/catalog';
import { providerPath } from '../core/catalog/provider-path';
import type { IdentityProvider } from '../core/model/identity-provider';
import { err, ok, type Result } from '../core/model/result';
import type { AccountLook, FoundProvider } from '../core/onboarding/account-look';
import type { DeploymentPorts } from './ports';

/** Whose credentials the profile has, and which identity providers for Defender's tokens are there. Only looks. */
export async function lookAtAccount(
  { profile, identity, providers }: Pick<DeploymentPorts, 'profile' | 'identity' | 'providers'>,
  tenant: string | null,
  signal?: AbortSignal,
): Promise<Result<AccountLook>> {
  const caller = await identity.read(signal);
  if (!caller.ok) return caller;
  const { accountId, partition } = caller.value;
  if (partition !== 'aws') return err(nationalCloud(profile, accountId, partition));
  const found: FoundProvider[] = [];
  for (const url of providerUrls(tenant)) {
    const provider = await providers.find(url, signal);
    if (!provider.ok) return ok({ profile, accountId, providers: found, gap: provider.error.message });
    if (provider.value) found.push(toFound(provider.value));
  }
  return ok({ profile, accountId, providers: found, gap: null });
}

/** That of permissions management is known with the tenant only. */
const providerUrls = (tenant: string | null): readonly string[] =>
  catalog.providers.flatMap((provider) => (tenant === null && provider.url.includes('<tenant>') ? [] : [providerPath(provider, tenant ?? '')]));

const toFound = ({ url, audiences }: IdentityProvider): FoundProvider => ({
  url,
  audiences: audiences.map((audience) => ({ audience, purpose: audienceByValue(audience)?.purpose ?? null })),
});

const nationalCloud = (profile: string, accountId: string, partition: string) => ({
  code: 'invalidInput' as const,
  message: `Profile ${profile} is in account ${accountId} of the partition ${partition}, and Defender for Cloud connects accounts of the partition aws only.`,
  action: 'Choose a profile of another account.',
});
