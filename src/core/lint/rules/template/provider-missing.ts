import { providerById } from '../../../catalog/provider-by-id';
import { templateRule } from '../../rule';
import { pathIn } from '../../view/provider-arn';
import { tokenStatements } from '../../view/token-statements';

/** A generated template always brings its providers. */
export const providerMissing = templateRule({
  id: 'template/provider-missing',
  severity: 'warning',
  summary: 'A template that was generated for a connector makes the identity providers that its roles trust.',
  why: `Without the identity provider no token opens a role, and AWS does not notice: a trust policy may name a provider
that is not there. Where another stack makes the provider, silence this rule and keep its audiences up to date there.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/concept-authentication-architecture-aws',
  checked: '2026-11-22',

  reads: ['features', 'connector', 'providers', 'roles'],

  *check(view) {
    if (!view.features && !view.connector) return;
    const told = new Set<string>();
    for (const { role, statement, provider } of tokenStatements(view)) {
      if (told.has(provider.id) || view.providers.some(({ of }) => of === provider.id)) continue;
      const named = statement.principals.find(({ kind, value }) => kind === 'Federated' && value.known && pathIn(value.text) !== undefined);
      if (!named) continue;
      told.add(provider.id);
      yield {
        span: named.value.span,
        message: `Role ${role.label} trusts identity provider ${providerById(provider.id).url}, which this template does not make. Generate the template again.`,
      };
    }
  },
});
