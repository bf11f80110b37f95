import { shown } from '../../../document/shown';
import { providerById } from '../../../catalog/provider-by-id';
import { limit } from '../../../catalog/limit';
import { rewrite } from '../../fix/rewrite';
import { removeItem } from '../../fix/remove-item';
import { appendItem } from '../../fix/append-to';
import { writeScalar } from '../../fix/write-scalar';
import { resourceRule, type RuleFinding } from '../../rule';
import type { ProviderView, TextList } from '../../view/provider-view';
import { sentinelAudience } from '../../view/provider-view';
import type { TemplateView } from '../../view/template-view';

/** The list is shared: by every role of Defender's, and by Microsoft Sentinel. */
export const providerClientIds = resourceRule({
  id: 'template/provider-client-ids',
  severity: 'error',
  summary: "The identity provider's lists keep to IAM's limits, name each audience once, and keep Sentinel's.",
  why: `An account has one identity provider for all who use Microsoft's issuer. IAM takes 100 client ids of 255 characters
and five thumbprints of 40 hexadecimal digits. A template that leaves out the audience of a Sentinel role beside it
locks Microsoft Sentinel out.`,
  source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html',
  checked: '2026-11-22',
  types: ['AWS::IAM::OIDCProvider'],
  reads: ['providers', 'roles', 'document'],

  *check(resource, view) {
    const provider = view.providers.find((candidate) => candidate.resource === resource);
    if (!provider) return;
    yield* tooMany(provider.clientIds, limit('clientIdsPerProvider'), 'client ids');
    yield* tooMany(provider.thumbprints, limit('thumbprintsPerProvider'), 'thumbprints');
    yield* twice(view, provider);
    yield* tooLong(provider);
    yield* noThumbprints(view, provider);
    yield* withoutSentinel(view, provider);
  },
});

function* tooMany(texts: TextList | undefined, most: number, what: string): Iterable<RuleFinding> {
  const first = texts?.items[most];
  if (first) yield { span: first.span, message: `The identity provider lists ${texts.items.length} ${what}, and IAM takes ${most}. Remove those that no role needs.` };
}

function* twice({ document }: Pick<TemplateView, 'document'>, { clientIds }: ProviderView): Iterable<RuleFinding> {
  const seen = new Set<string>();
  for (const [index, { text, known, span }] of (clientIds?.items ?? []).entries()) {
    if (clientIds && known && seen.has(text)) {
      const fix = { title: 'Remove the second one', edits: [removeItem(document, clientIds.list, index)] };
      yield { span, severity: 'warning', message: `Audience ${shown(text)} is listed twice. Remove one.`, fixes: [fix] };
    }
    seen.add(text);
  }
}

function* tooLong({ clientIds }: ProviderView): Iterable<RuleFinding> {
  for (const { text, known, span } of clientIds?.items ?? []) {
    if (!known || text.length <= limit('clientIdChars')) continue;
    yield { span, message: `An audience has ${text.length} characters, and IAM takes ${limit('clientIdChars')}. Write the audience of a plan.` };
  }
}

function* noThumbprints({ document }: Pick<TemplateView, 'document'>, { thumbprints, of }: ProviderView): Iterable<RuleFinding> {
  const [published] = of ? providerById(of).thumbprints : [];
  const isThere = thumbprints?.items.some(({ text }) => text.toLowerCase() === published);
  for (const value of thumbprints?.items ?? []) {
    if (!value.known || /^[0-9a-f]{40}$/i.test(value.text)) continue;
    yield {
      span: value.span,
      message: `Thumbprint ${shown(value.text)} is not 40 hexadecimal digits, and IAM takes no other. ${isThere ? 'Remove it.' : 'Write the published one.'}`,
      fixes: published && !isThere ? rewrite(document, 'Write the published thumbprint', value, published) : [],
    };
  }
}

/** Where a role of Sentinel's stands in the same template, its tokens come to the same provider. */
function* withoutSentinel({ document, roles }: Pick<TemplateView, 'document' | 'roles'>, { of, clientIds, resource }: ProviderView): Iterable<RuleFinding> {
  if (of !== 'defender' || !clientIds?.items.every(({ known }) => known)) return;
  if (clientIds.items.some(({ text }) => text === sentinelAudience)) return;
  const sentinels = roles.find(
    ({ isDefenders, statements }) => !isDefenders && statements.some(({ conditions }) => conditions.some(({ values }) => values.some(({ text }) => text === sentinelAudience))),
  );
  if (!sentinels) return;
  const written = writeScalar(document, clientIds.items[0]?.scalar, sentinelAudience);
  yield {
    span: clientIds.list.span,
    message: `Identity provider ${shown(String(resource.logicalId.value))} does not list ${sentinelAudience}, with which Microsoft Sentinel assumes role ${sentinels.label}. Add it.`,
    fixes: [{ title: "Add Microsoft Sentinel's audience", edits: [appendItem(document, clientIds.list, written)] }],
  };
}
