import { shown } from '../../../document/shown';
import { providerById } from '../../../catalog/provider-by-id';
import type { LocatedDocument } from '../../../document/located';
import { replace } from '../../fix/replace';
import { rewrite } from '../../fix/rewrite';
import { resourceRule, type RuleFinding } from '../../rule';
import type { ProviderView } from '../../view/provider-view';
import { pathOf, type TokenStatement, tokenStatementsOf } from '../../view/token-statements';

/** Tokens name their issuer with a trailing slash, and IAM compares the whole text. */
export const providerUrl = resourceRule({
  id: 'template/provider-url',
  severity: 'error',
  summary: "The identity provider's URL is exact, with its trailing slash, wherever it stands.",
  why: `Defender for Cloud signs in with tokens of one tenant of Microsoft's, and each token names its issuer with a
trailing slash. AWS finds the identity provider by that text: with another URL, or without the slash, no role can be
assumed. The same text stands in the ARN that a role trusts and in the keys of its conditions.

A thumbprint that differs from the published one is told as information: AWS itself trusts the issuer's certificate.`,
  source:
    'https://github.com/Azure/Microsoft-Defender-for-Cloud/blob/20917cecf5cf561b0cda98bd67d67929c88e4d46/MultiCloud/AWS/AwsOnboarding.tf',
  checked: '2026-11-22',
  types: ['AWS::IAM::OIDCProvider', 'AWS::IAM::Role'],
  reads: ['document', 'tenant', 'providers', 'roleOf'],

  *check(resource, view) {
    for (const provider of view.providers.filter((one) => one.resource === resource)) {
      yield* urlMistakes(view.document, provider, view.tenant);
      yield* thumbprintMistakes(view.document, provider);
    }
    for (const found of tokenStatementsOf(view.roleOf(resource))) {
      yield* principalMistakes(view.document, found, view.tenant);
      yield* conditionKeyMistakes(view.document, found, view.tenant);
    }
  },
});

function* urlMistakes(document: LocatedDocument, { url, of, resource }: ProviderView, tenant: string | undefined): Iterable<RuleFinding> {
  if (!url?.known || !of) return;
  const path = pathOf(providerById(of), tenant) ?? tenantPath(url.text);
  if (!path || url.text === `https://${path}`) return;
  const advice = `${url.text}/` === `https://${path}` ? 'Add the slash at its end.' : 'Write that.';
  yield {
    span: url.span,
    message: `Identity provider ${shown(String(resource.logicalId.value))} has URL ${shown(url.text)}, and tokens are issued by https://${path}. ${advice}`,
    fixes: rewrite(document, `Write https://${path}`, url, `https://${path}`),
  };
}

/** What a provider of the customer's own tenant must look like where the tenant is not known from elsewhere. */
function tenantPath(url: string): string | undefined {
  const tenant = /^(?:https?:\/\/)?sts\.windows\.net\/([0-9a-f-]{36})\/*$/i.exec(url)?.[1];
  return tenant && pathOf(providerById('ciem'), tenant);
}

function* thumbprintMistakes(document: LocatedDocument, { thumbprints, of, resource }: ProviderView): Iterable<RuleFinding> {
  const [expected] = of ? providerById(of).thumbprints : [];
  const first = thumbprints?.items[0];
  if (!expected || !first || !thumbprints.items.every(({ known }) => known)) return;
  if (thumbprints.items.some(({ text }) => text.toLowerCase() === expected)) return;
  yield {
    span: first.span,
    severity: 'information',
    message: `Identity provider ${shown(String(resource.logicalId.value))} has thumbprint ${shown(first.text)}, and the published one is ${expected}.`,
    fixes: rewrite(document, 'Write the published thumbprint', first, expected),
  };
}

function* principalMistakes(document: LocatedDocument, found: TokenStatement, tenant: string | undefined): Iterable<RuleFinding> {
  const path = pathOf(found.provider, tenant);
  for (const { kind, value } of found.statement.principals) {
    const named = /:oidc-provider\/(.*)$/s.exec(value.text)?.[1];
    if (kind !== 'Federated' || !value.known || !path || named === undefined || named === path || named.includes('*')) continue;
    const arn = value.text.slice(0, value.text.length - named.length) + path;
    yield {
      span: value.span,
      message: `Role ${found.role.label} trusts identity provider ${shown(named)}, and tokens are issued by ${path}. Trust that one.`,
      fixes: rewrite(document, `Trust ${path}`, value, arn),
    };
  }
}

function* conditionKeyMistakes({ format }: LocatedDocument, found: TokenStatement, tenant: string | undefined): Iterable<RuleFinding> {
  const path = pathOf(found.provider, tenant);
  for (const { key } of found.statement.conditions) {
    const claim = /^(.*):(aud|sub)$/s.exec(String(key.value));
    if (!path || !claim || claim[1] === path) continue;
    const right = `${path}:${claim[2]}`;
    yield {
      span: key.span,
      message: `Role ${found.role.label} checks ${shown(String(key.value))}, which no token carries. Write ${right}.`,
      fixes: [replace(`Check ${right}`, key.span, format === 'json' || key.style !== 'plain' ? JSON.stringify(right) : right)],
    };
  }
}
