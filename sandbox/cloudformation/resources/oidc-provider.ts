import { createOidcProvider, findOidcProvider, setClientIds, setThumbprints } from '../../iam/oidc-providers';
import { tagsOf, textOf, textsOf } from './property-values';
import type { ResourceHandler } from './resource-handler';

export const oidcProviderHandler: ResourceHandler = {
  calls: {
    create: 'iam.CreateOpenIDConnectProvider',
    update: 'iam.AddClientIDToOpenIDConnectProvider',
    remove: 'iam.DeleteOpenIDConnectProvider',
  },

  imported: {
    identifier: 'Arn',
    find: ({ iam }, arn) => (iam.oidcProviders.has(arn) ? { physicalId: arn, attributes: { Arn: arn } } : undefined),
  },

  create(context, properties) {
    const { arn } = createOidcProvider(context.account.iam, {
      url: textOf(properties, 'Url') ?? '',
      clientIds: textsOf(properties, 'ClientIdList'),
      thumbprints: textsOf(properties, 'ThumbprintList'),
      tags: tagsOf(properties, context),
    });
    return { physicalId: arn, attributes: { Arn: arn } };
  },

  /** The template's lists replace those of the provider, whoever put entries there. */
  update(context, arn, properties) {
    const provider = findOidcProvider(context.account.iam, arn);
    setClientIds(provider, textsOf(properties, 'ClientIdList'));
    setThumbprints(provider, textsOf(properties, 'ThumbprintList'));
    provider.tags = tagsOf(properties, context);
    return { physicalId: arn, attributes: { Arn: arn } };
  },

  remove({ account: { iam } }, arn) {
    findOidcProvider(iam, arn);
    iam.oidcProviders.delete(arn);
  },

  read({ account: { iam } }, arn) {
    const provider = iam.oidcProviders.get(arn);
    return provider && {
      Url: `https://${provider.url}`,
      ClientIdList: provider.clientIds,
      ThumbprintList: provider.thumbprints,
      Tags: provider.tags.map(({ Key, Value }) => ({ Key, Value })),
    };
  },
};
