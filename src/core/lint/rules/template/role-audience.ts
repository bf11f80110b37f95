import { shown } from '../../../document/shown';
import { audienceByValue } from '../../../catalog/audience-by-value';
import { providerById } from '../../../catalog/provider-by-id';
import { addCondition } from '../../fix/add-condition';
import { appendItem } from '../../fix/append-to';
import { rewrite } from '../../fix/rewrite';
import { writeScalar } from '../../fix/write-scalar';
import { nearest } from '../../nearest';
import { type RuleFinding, resourceRule } from '../../rule';
import { asksForText, looksForKey, readsWildcards } from '../../view/asks-for';
import type { ProviderView } from '../../view/provider-view';
import type { ResolvedText } from '../../view/resolved-text';
import type { TrustCondition } from '../../view/trust-statement';
import type { TemplateView } from '../../view/template-view';
import { audiencesOf, pathOf, type TokenStatement, tokenStatementsOf } from '../../view/token-statements';

/** The audience is what keeps one plan's token from opening another plan's role. */
export const roleAudience = resourceRule({
  id: 'template/role-audience',
  severity: 'error',
  summary: "Each role accepts the audience of its own plan, and the identity provider lists it.",
  why: `Every plan of Defender for Cloud signs in with a token for its own audience. A role that accepts another one is
refused at each scan; a role that checks none can be assumed with any token of the provider. An audience that the
identity provider does not list among its client ids is refused before the role is looked at.`,
  source:
    'https://github.com/Azure/Microsoft-Defender-for-Cloud/blob/20917cecf5cf561b0cda98bd67d67929c88e4d46/MultiCloud/AWS/AwsOnboarding.tf',
  checked: '2026-11-22',
  types: ['AWS::IAM::OIDCProvider', 'AWS::IAM::Role'],
  reads: ['document', 'tenant', 'providers', 'roleOf'],

  *check(resource, view) {
    for (const provider of view.providers.filter((one) => one.resource === resource)) yield* misspelt(view, provider);
    for (const found of tokenStatementsOf(view.roleOf(resource))) {
      const checks = found.statement.conditions.filter((check) => /:aud$/i.test(String(check.key.value)) && !looksForKey(check));
      if (checks.length === 0 && found.statement.isWhole) yield* missingAudience(view, found);
      for (const check of checks.filter(asksForText)) {
        for (const value of check.values) yield* audienceMistakes(view, found, check, value);
      }
    }
  },
});

type Parts = Pick<TemplateView, 'document' | 'tenant' | 'providers'>;

function* missingAudience({ document, tenant }: Parts, { role, statement, provider }: TokenStatement): Iterable<RuleFinding> {
  const path = pathOf(provider, tenant);
  const audience = role.known?.audience;
  const advice = audience ? `Check for ${audience}.` : 'Check for the audience of its plan.';
  yield {
    span: (statement.principal?.key ?? statement.action?.key ?? role.resource.logicalId).span,
    message: `Role ${role.label} checks no audience, so any token of the identity provider opens it. ${advice}`,
    fixes: audience && path ? addCondition(document, statement, `${path}:aud`, audience) : [],
  };
}

function* audienceMistakes(view: Parts, found: TokenStatement, check: TrustCondition, value: ResolvedText): Iterable<RuleFinding> {
  if (!value.known) return;
  const { role } = found;
  const expected = role.known ? role.known.audience : meant(found, value.text);
  if (readsWildcards(check) && /[*?]/.test(value.text)) {
    yield {
      span: value.span,
      message: `Role ${role.label} accepts every audience like ${shown(value.text)}, so tokens of other plans open it. Write ${expected ?? 'the audience of its plan'}.`,
      fixes: expected ? rewrite(view.document, `Accept ${expected}`, value, expected) : [],
    };
    return;
  }
  if (expected && value.text !== expected) {
    yield {
      span: value.span,
      message: `Role ${role.label} accepts audience ${shown(value.text)}, and Defender for Cloud presents ${expected}. Write that.`,
      fixes: rewrite(view.document, `Accept ${expected}`, value, expected),
    };
    return;
  }
  yield* notListed(view, found, value);
}

/** For a role that the catalog does not know: an audience that is nearly a known one was meant to be that one. */
function meant({ provider }: TokenStatement, audience: string): string | undefined {
  if (/[*?]/.test(audience)) return undefined;
  return audienceByValue(audience) ? audience : almost(audience, audiencesOf(provider));
}

/** Two characters at most: audiences of plans resemble each other, and there may be newer ones than the catalog's. */
const almost = (audience: string, known: readonly string[]): string | undefined => nearest(audience, known, 2);

function* misspelt({ document }: Parts, { of, clientIds, resource }: ProviderView): Iterable<RuleFinding> {
  for (const value of clientIds?.items ?? []) {
    if (!of || !value.known || audienceByValue(value.text)) continue;
    const right = almost(value.text, audiencesOf(providerById(of)));
    if (!right) continue;
    yield {
      span: value.span,
      message: `Identity provider ${shown(String(resource.logicalId.value))} lists audience ${shown(value.text)}, which nobody asks for. Write ${right}.`,
      fixes: rewrite(document, `Write ${right}`, value, right),
    };
  }
}

/** Told of one provider at a time: where two are made, a second one that leaves the audience out is no second mistake of the role. */
function* notListed({ document, providers }: Parts, { role, provider }: TokenStatement, value: ResolvedText): Iterable<RuleFinding> {
  for (const { clientIds, resource } of providers.filter(({ of }) => of === provider.id)) {
    if (!clientIds?.items.every(({ known }) => known)) continue;
    if (clientIds.items.some(({ text }) => text === value.text)) continue;
    const written = writeScalar(document, clientIds.items[0]?.scalar, value.text);
    yield {
      span: value.span,
      message: `Role ${role.label} accepts audience ${shown(value.text)}, which identity provider ${shown(String(resource.logicalId.value))} does not list. Add it to ClientIdList.`,
      fixes: [{ title: `Add ${shown(value.text)} to ClientIdList`, edits: [appendItem(document, clientIds.list, written)] }],
    };
    return;
  }
}
