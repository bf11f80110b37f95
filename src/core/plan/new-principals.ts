import { catalog } from '../catalog/catalog';
import { iam } from '../catalog/iam';
import { providerPath } from '../catalog/provider-path';
import { roleByName } from '../catalog/role-by-name';
import type { Grown } from './escalations';
import { statementsOf } from './policy-statements';
import { asJson, asList, type Json } from './template-body';

/** Who may assume a role that could not before. A new role's services, own account and Defender are expected. */
export function newPrincipals(grown: Grown): readonly string[] {
  const { was, willBe } = grown;
  const before = new Set(trusted(was).map(({ who }) => who));
  return trusted(willBe)
    .filter(({ who }) => !before.has(who))
    .filter(({ who, statement }) => was !== null || !isExpected(who, statement, grown))
    .map(({ who }) => (who === '*' ? 'Anybody (*)' : who));
}

interface Trusted {
  readonly who: string;
  readonly statement: Json;
}

const trusted = (properties: Json | null): readonly Trusted[] =>
  statementsOf(properties?.['AssumeRolePolicyDocument'])
    .filter((statement) => statement['Effect'] !== 'Deny')
    .flatMap((statement) => principalsOf(statement).map((who) => ({ who, statement })));

function principalsOf(statement: Json): readonly string[] {
  const { Principal: principal, NotPrincipal: others } = statement;
  if (others !== undefined) return ['*'];
  return typeof principal === 'string' ? [principal] : Object.values(asJson(principal)).flatMap(asList).map(String);
}

/** What Microsoft publishes for the role, in this account: its provider with an audience, its accounts where it names them. */
function isExpected(who: string, statement: Json, { name, accountId, tenant }: Grown): boolean {
  if (/^[\w.-]+\.amazonaws\.com$/.test(who)) return true;
  const account = /^(?:arn:aws[\w-]*:iam::)?(\d{12})(?::|$)/.exec(who)?.[1];
  const isProvider = /:oidc-provider\//.test(who);
  if (account === accountId && !isProvider) return true;
  if (isProvider || who.startsWith('${')) return hasAudience(statement) && (who.startsWith('${') || isDefenders(who, accountId, tenant));
  return roleByName(name) !== undefined && iam.microsoftAccounts.some((known) => known.account === account);
}

const isDefenders = (who: string, accountId: string, tenant: string) =>
  catalog.providers.some((provider) => who.endsWith(`::${accountId}:oidc-provider/${providerPath(provider, tenant)}`));

const hasAudience = (statement: Json) =>
  Object.values(asJson(statement['Condition'])).some((tests) => Object.keys(asJson(tests)).some((key) => key.toLowerCase().endsWith(':aud')));
