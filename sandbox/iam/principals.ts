import { isJsonObject, type Json } from '../json';
import type { World } from '../world';
import { malformedPolicy } from './iam-errors';
import { statementsOf, texts } from './policy-document';

/**
 * Refuses a trust policy whose AWS principals do not exist, as IAM does.
 * Accounts outside the sandbox cannot be looked into, so their principals pass.
 */
export function checkPrincipals(world: World, trust: Json): void {
  for (const { Principal } of statementsOf(trust)) {
    if (Principal === '*' || Principal === undefined) continue;
    if (!isJsonObject(Principal)) throw malformedPolicy('Syntax errors in policy.');
    for (const principal of texts(Principal.AWS)) {
      if (!awsPrincipalExists(world, principal)) throw malformedPolicy(`Invalid principal in policy: "AWS":"${principal}"`);
    }
    for (const principal of texts(Principal.Federated)) {
      if (!isFederated(principal)) {
        throw malformedPolicy('Federated principals must be valid domain names or SAML metadata ARNs');
      }
    }
    for (const principal of texts(Principal.Service)) {
      if (!/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(principal)) {
        throw malformedPolicy(`Invalid principal in policy: "SERVICE":"${principal}"`);
      }
    }
  }
}

function awsPrincipalExists(world: World, principal: string): boolean {
  if (principal === '*' || /^\d{12}$/.test(principal)) return true;
  const found = /^arn:aws[\w-]*:(?:iam|sts)::(\d{12}):(root|user\/.+|role\/.+|assumed-role\/.+)$/.exec(principal);
  if (!found) return false;
  const [, accountId = '', entity = ''] = found;
  const account = world.accounts.get(accountId);
  if (!account || !entity.startsWith('role/')) return true;
  return [...account.iam.roles.values()].some((role) => role.arn === principal);
}

const isFederated = (principal: string): boolean =>
  /^arn:aws[\w-]*:iam::\d{12}:(oidc|saml)-provider\/.+$/.test(principal) || /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(principal);
