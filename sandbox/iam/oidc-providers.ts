import { validationError } from '../service-error';
import { entityAlreadyExists, invalidInput, limitExceeded, noSuchEntity } from './iam-errors';
import type { IamStore, IamTag, OidcProvider } from './iam-store';
import { iamLimits } from './limits';

export interface NewOidcProvider {
  readonly url: string;
  readonly clientIds?: readonly string[];
  readonly thumbprints?: readonly string[];
  readonly tags?: readonly IamTag[];
}

/** Registers a provider. Its URL is taken as written: a trailing slash makes another provider. */
export function createOidcProvider(store: IamStore, { url, clientIds = [], thumbprints = [], tags = [] }: NewOidcProvider): OidcProvider {
  if (!url.startsWith('https://') || url.length > iamLimits.oidcUrlChars) throw validationError(`Invalid Open ID Connect Provider URL ${url}`);
  checkClientIds(clientIds);
  checkThumbprints(thumbprints);
  const bare = url.slice('https://'.length);
  const arn = oidcProviderArn(store, url);
  if (store.oidcProviders.has(arn)) throw entityAlreadyExists(`Provider with url ${url}`);
  if (store.oidcProviders.size >= iamLimits.oidcProvidersPerAccount) {
    throw limitExceeded(`Cannot exceed quota for OpenIdConnectProvidersPerAccount: ${iamLimits.oidcProvidersPerAccount}`);
  }
  const provider: OidcProvider = { arn, url: bare, created: new Date(), clientIds: [...new Set(clientIds)], thumbprints, tags };
  store.oidcProviders.set(arn, provider);
  return provider;
}

export const oidcProviderArn = (store: IamStore, url: string): string =>
  `arn:aws:iam::${store.accountId}:oidc-provider/${url.replace(/^https:\/\//, '')}`;

export function findOidcProvider(store: IamStore, arn: string): OidcProvider {
  const provider = store.oidcProviders.get(arn);
  if (!provider) throw noSuchEntity(`OpenIDConnect Provider not found for arn ${arn}`);
  return provider;
}

/** Adds an audience; one that is already there is no error (IAM API, AddClientIDToOpenIDConnectProvider). */
export function addClientId(provider: OidcProvider, clientId: string): void {
  setClientIds(provider, [...new Set([...provider.clientIds, clientId])]);
}

export function setClientIds(provider: OidcProvider, clientIds: readonly string[]): void {
  checkClientIds(clientIds);
  provider.clientIds = clientIds;
}

export function setThumbprints(provider: OidcProvider, thumbprints: readonly string[]): void {
  checkThumbprints(thumbprints);
  provider.thumbprints = thumbprints;
}

function checkClientIds(clientIds: readonly string[]): void {
  if (clientIds.length > iamLimits.clientIdsPerProvider) {
    throw limitExceeded(`Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: ${iamLimits.clientIdsPerProvider}`);
  }
  if (clientIds.some((id) => id.length === 0 || id.length > iamLimits.clientIdChars)) throw invalidInput('Invalid client ID.');
}

function checkThumbprints(thumbprints: readonly string[]): void {
  if (thumbprints.length > iamLimits.thumbprintsPerProvider) {
    throw invalidInput('Thumbprint list must contain fewer than 5 entries.');
  }
  if (thumbprints.some((thumbprint) => thumbprint.length !== iamLimits.thumbprintChars)) {
    throw validationError(
      '1 validation error detected: Value at \'thumbprintList\' failed to satisfy constraint: Member must have length of 40',
    );
  }
}
