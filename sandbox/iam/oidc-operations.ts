import type { OperationTable } from '../service-request';
import { addClientId, createOidcProvider, findOidcProvider, setClientIds, setThumbprints } from './oidc-providers';
import { readTags, tagsXml } from './role-operations';

export const oidcOperations: OperationTable = {
  CreateOpenIDConnectProvider: ({ account, input }) => {
    const provider = createOidcProvider(account.iam, {
      url: input.required('Url'),
      clientIds: input.texts('ClientIDList'),
      thumbprints: input.texts('ThumbprintList'),
      tags: readTags(input),
    });
    return { OpenIDConnectProviderArn: provider.arn, Tags: tagsXml(provider.tags) };
  },
  GetOpenIDConnectProvider: ({ account, input }) => {
    const provider = findOidcProvider(account.iam, input.required('OpenIDConnectProviderArn'));
    return {
      Url: provider.url,
      ClientIDList: provider.clientIds,
      ThumbprintList: provider.thumbprints,
      CreateDate: provider.created,
      Tags: tagsXml(provider.tags),
    };
  },
  ListOpenIDConnectProviders: ({ account }) => ({
    OpenIDConnectProviderList: [...account.iam.oidcProviders.keys()].map((Arn) => ({ Arn })),
  }),
  DeleteOpenIDConnectProvider: ({ account, input }) => {
    const { arn } = findOidcProvider(account.iam, input.required('OpenIDConnectProviderArn'));
    account.iam.oidcProviders.delete(arn);
    return {};
  },
  AddClientIDToOpenIDConnectProvider: ({ account, input }) => {
    addClientId(findOidcProvider(account.iam, input.required('OpenIDConnectProviderArn')), input.required('ClientID'));
    return {};
  },
  RemoveClientIDFromOpenIDConnectProvider: ({ account, input }) => {
    const provider = findOidcProvider(account.iam, input.required('OpenIDConnectProviderArn'));
    const removed = input.required('ClientID');
    // An absent one is no error (IAM API, RemoveClientIDFromOpenIDConnectProvider).
    setClientIds(provider, provider.clientIds.filter((id) => id !== removed));
    return {};
  },
  UpdateOpenIDConnectProviderThumbprint: ({ account, input }) => {
    const provider = findOidcProvider(account.iam, input.required('OpenIDConnectProviderArn'));
    setThumbprints(provider, input.texts('ThumbprintList'));
    return {};
  },
};
