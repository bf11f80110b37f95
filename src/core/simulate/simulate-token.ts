import { shown } from '../document/shown';
import type { ProviderView } from '../lint/view/provider-view';
import { policyMistakes } from '../lint/view/policy-mistakes';
import type { RoleView } from '../lint/view/role-view';
import { type StatementAnswer, statementAnswer } from './statement-answer';
import type { Token } from './token';
import type { TokenVerdict } from './verdict';

/**
 * What AWS would answer if a token were presented for a role: first the identity provider looks at issuer and
 * audience, then the role's trust policy at everything. One statement has to allow it and none may deny it.
 */
export function simulateToken(role: RoleView, token: Token, providers: readonly ProviderView[]): TokenVerdict {
  const refused = providerVerdict(token, providers);
  if (refused?.outcome === 'rejected') return refused;
  const denied = denial(role, token);
  if (denied?.outcome === 'rejected') return denied;
  const allowed = allowance(role, token);
  if (allowed.outcome === 'rejected') return allowed;
  const malformed = malformedTrust(role);
  if (malformed || allowed.outcome === 'unknown') return malformed ?? allowed;
  return denied ?? refused ?? allowed;
}

/** Undefined where a provider of the template takes the token, or where the account's own has to. */
function providerVerdict({ issuer, audience }: Token, providers: readonly ProviderView[]): TokenVerdict | undefined {
  const own = providers.find(({ url }) => url?.known && url.text === issuer);
  if (!own) return otherProvider(issuer, providers);
  const { clientIds, resource } = own;
  const name = shown(String(resource.logicalId.value));
  if (!clientIds) return verdict('unknown', `the client ids of identity provider ${name} are known only when a stack is made`, resource.logicalId.span);
  if (clientIds.items.some(({ text }) => text === audience)) return undefined;
  if (clientIds.items.some(({ known }) => !known)) return verdict('unknown', `a client id of identity provider ${name} is known only when a stack is made`, clientIds.list.span);
  return verdict('rejected', `identity provider ${name} does not list that audience in ClientIdList`, clientIds.list.span);
}

/** A provider for the same tokens under another URL: the account has no other. */
function otherProvider(issuer: string, providers: readonly ProviderView[]): TokenVerdict | undefined {
  const near = providers.find(({ url }) => url?.known && plainUrl(url.text) === plainUrl(issuer));
  if (!near?.url) return undefined;
  return verdict('rejected', `the identity provider has URL ${shown(near.url.text)}, and the token's issuer is ${issuer}`, near.url.span);
}

const plainUrl = (url: string): string => url.toLowerCase().replace(/^https?:\/\//, '').replace(/\/+$/, '');

/** IAM makes no role from a trust policy that its grammar does not allow. */
function malformedTrust({ resource }: RoleView): TokenVerdict | undefined {
  for (const mistake of policyMistakes(resource)) {
    if (mistake.policy.kind !== 'trust') continue;
    const { key } = mistake.policy.entry;
    const reason = mistake.kind === 'no-statement' ? 'its trust policy has no statement, so it lets in nobody' : 'IAM does not take its trust policy as it is written';
    return verdict('rejected', reason, key.span);
  }
  return undefined;
}

function denial({ denies }: RoleView, token: Token): TokenVerdict | undefined {
  const answers = denies.map((statement) => ({ statement, ...statementAnswer(statement, token) }));
  const hit = answers.find(({ answer }) => answer.holds);
  if (hit) return verdict('rejected', 'a statement of the trust policy denies it', hit.statement.map.span);
  const open = answers.find(({ answer }) => answer.holds === undefined);
  if (!open || open.answer.holds === true) return undefined;
  return verdict('unknown', `a statement may deny it: ${open.answer.reason}`, open.answer.span);
}

function allowance({ statements, trustIsWhole, resource }: RoleView, token: Token): TokenVerdict {
  const answers = statements.map((statement) => ({ statement, ...statementAnswer(statement, token) }));
  const hit = answers.find(({ answer }) => answer.holds);
  if (hit) return verdict('accepted', 'a statement of the trust policy allows it', hit.statement.map.span);
  const best = closest(answers.filter(({ answer }) => answer.holds === undefined)) ?? (trustIsWhole ? closest(answers) : undefined);
  if (!best || best.answer.holds === true) {
    if (trustIsWhole) return verdict('rejected', 'its trust policy allows nobody', resource.logicalId.span);
    return verdict('unknown', 'its trust policy is known only when a stack is made', resource.logicalId.span);
  }
  return verdict(best.answer.holds === false ? 'rejected' : 'unknown', best.answer.reason, best.answer.span);
}

const closest = (answers: readonly StatementAnswer[]): StatementAnswer | undefined =>
  answers.reduce<StatementAnswer | undefined>((best, one) => (!best || one.rank > best.rank ? one : best), undefined);

const verdict = (outcome: TokenVerdict['outcome'], reason: string, span: TokenVerdict['span']): TokenVerdict => ({ outcome, reason, span });
