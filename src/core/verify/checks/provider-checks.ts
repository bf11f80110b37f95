import { providerById } from '../../catalog/provider-by-id';
import { providerFor } from '../../catalog/provider-for';
import { providerPath } from '../../catalog/provider-path';
import { requiredRoles } from '../../catalog/required-roles';
import type { IdentityProvider } from '../../model/identity-provider';
import { check, issue, over, type Check, type Outcome, type Subject } from '../check';

export const providerChecks: readonly Check[] = [
  check('aws-oidc-provider', function* (subject) {
    for (const need of providerNeeds(subject)) {
      yield* over(need.reading, function* (provider) {
        if (provider) return;
        const evidence = [{ label: 'Identity provider', value: need.url }];
        const values = { url: need.url, audiences: need.audiences.map(({ audience }) => audience) };
        yield issue('aws-oidc-provider', subject, `The account has no identity provider for ${need.url}, so AWS accepts no token.`, { features: need.features, evidence, values });
      });
    }
  }),

  check('aws-oidc-audiences', function* (subject) {
    yield* present(subject, function* (provider, { audiences, url }) {
      for (const { audience, roles, features } of audiences.filter((one) => !provider.audiences.includes(one.audience))) {
        const evidence = [
          { label: 'Identity provider', value: provider.arn },
          { label: 'Missing audience', value: audience },
          { label: 'For', value: roles.join(', ') },
        ];
        const words = `Identity provider ${url} does not list audience ${audience}, so AWS refuses the tokens for ${roles.join(' and ')}.`;
        yield issue('aws-oidc-audiences', subject, words, { features, evidence, values: { arn: provider.arn, audience } });
      }
    });
  }, 'aws-oidc-provider'),

  check('aws-oidc-thumbprint', function* (subject) {
    yield* present(subject, function* (provider, { id, url }) {
      const published = providerById(id).thumbprints;
      if (provider.thumbprints.some((one) => published.includes(one.toLowerCase()))) return;
      const has = provider.thumbprints.length > 0 ? `thumbprint ${provider.thumbprints.join(', ')}` : 'no thumbprint';
      const evidence = [{ label: 'Published', value: published.join(', ') }];
      yield issue('aws-oidc-thumbprint', subject, `Identity provider ${url} has ${has}, and Microsoft has published ${published.join(', ')}.`, { evidence });
    });
  }, 'aws-oidc-provider'),
];

interface ProviderNeed {
  readonly id: 'defender' | 'ciem';
  /** With its scheme. */
  readonly url: string;
  readonly reading: Subject['facts']['providers']['defender'];
  readonly features: readonly string[];
  readonly audiences: readonly { readonly audience: string; readonly roles: readonly string[]; readonly features: readonly string[] }[];
}

/** The providers that roles of the plans rely on, with the audiences of those roles. */
function providerNeeds({ connector, facts }: Subject): readonly ProviderNeed[] {
  const roles = requiredRoles(connector.plans).flatMap(({ role, features }) => {
    const provider = providerFor(role);
    return provider && role.audience !== null ? [{ role, provider, audience: role.audience, features: features.map(({ id }) => id) }] : [];
  });
  return (['defender', 'ciem'] as const).flatMap((id) => {
    const own = roles.filter(({ provider }) => provider.id === id);
    if (own.length === 0) return [];
    const audiences = [...new Set(own.map(({ audience }) => audience))].map((audience) => {
      const users = own.filter((one) => one.audience === audience);
      return { audience, roles: users.map(({ role }) => connector.roles[role.id] ?? role.defaultName ?? role.id), features: users.flatMap(({ features }) => features) };
    });
    const url = `https://${providerPath(providerById(id), connector.azure.tenant.toLowerCase())}`;
    return [{ id, url, reading: facts.providers[id], features: own.flatMap(({ features }) => features), audiences }];
  });
}

/** For what asks something of a provider that is there. */
function* present(subject: Subject, run: (provider: IdentityProvider, need: ProviderNeed) => Iterable<Outcome>): Iterable<Outcome> {
  for (const need of providerNeeds(subject)) {
    yield* over(need.reading, (provider) => (provider ? run(provider, need) : []));
  }
}
