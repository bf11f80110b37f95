import { randomBytes } from 'node:crypto';
import type { SignedRequest } from '../http/signature';
import { ArmError } from './arm-error';
import type { AzureTenant, AzureWorld } from './azure-world';

/** A token as Microsoft Entra would give it: it opens nothing but this sandbox. It begins as real ones do, so that whoever hides those hides it. */
export function issueToken(world: AzureWorld, tenant: string, claims = false): string {
  if (!world.tenants.some(({ id }) => id === tenant)) throw new Error(`The sandbox has no tenant ${tenant}.`);
  const token = `eyJ${randomBytes(24).toString('base64url')}.eyJ${randomBytes(24).toString('base64url')}.sandbox`;
  world.tokens.set(token, { tenant, claims, expired: false });
  return token;
}

/** The tenant that a request's token is for. Codes and texts: public error codes of Azure Resource Manager. */
export function tenantOf(world: AzureWorld, { headers }: SignedRequest): AzureTenant {
  const found = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
  if (found === undefined) throw refused('AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing.");
  const token = world.tokens.get(found);
  if (!token) throw refused('InvalidAuthenticationToken', 'The access token is invalid.');
  if (token.expired) throw refused('ExpiredAuthenticationToken', 'The access token expiry UTC time is earlier than current UTC time.');
  const tenant = world.tenants.find(({ id }) => id === token.tenant);
  if (!tenant) throw refused('InvalidAuthenticationToken', 'The access token is of a tenant that is not there.');
  if (tenant.wantsClaims && !token.claims) throw claimsChallenge();
  return tenant;
}

const refused = (code: string, message: string) => new ArmError(401, code, message, { 'www-authenticate': 'Bearer error="invalid_token"' });

/** Continuous access evaluation and step-up authentication ask for claims in this header. */
export function claimsChallenge(): ArmError {
  const claims = Buffer.from('{"access_token":{"acrs":{"essential":true,"value":"p1"}}}').toString('base64');
  return new ArmError(401, 'InvalidAuthenticationToken', 'The access token does not have the claims that this tenant demands.', {
    'www-authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${claims}"`,
  });
}
