import {
  AddClientIDToOpenIDConnectProviderCommand,
  GetOpenIDConnectProviderCommand,
  ListOpenIDConnectProvidersCommand,
  RemoveClientIDFromOpenIDConnectProviderCommand,
} from '@aws-sdk/client-iam';
import type { ProvidersPort } from '../../app/ports';
import type { AwsCall } from './aws-call';
import { toTags } from './to-tags';

export const providersPort = (call: AwsCall): ProvidersPort => ({
  find: (url, signal) =>
    call({
      doing: `look for the identity provider ${url}`,
      signal,
      async send({ iam }, options) {
        const wanted = withoutScheme(url);
        const list = await iam.send(new ListOpenIDConnectProvidersCommand({}), options);
        const arn = list.OpenIDConnectProviderList?.map(({ Arn = '' }) => Arn).find((each) => urlOf(each) === wanted);
        if (!arn) return null;
        const found = await iam.send(new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: arn }), options);
        return {
          arn,
          url: wanted,
          audiences: found.ClientIDList ?? [],
          thumbprints: found.ThumbprintList ?? [],
          tags: toTags(found.Tags),
        };
      },
    }),

  addAudience: (arn, audience) =>
    call({
      doing: `add audience ${audience} to an identity provider`,
      signal: undefined,
      async send({ iam }, options) {
        await iam.send(new AddClientIDToOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: arn, ClientID: audience }), options);
      },
    }),

  removeAudience: (arn, audience) =>
    call({
      doing: `remove audience ${audience} from an identity provider`,
      signal: undefined,
      async send({ iam }, options) {
        await iam.send(new RemoveClientIDFromOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: arn, ClientID: audience }), options);
      },
    }),
});

const withoutScheme = (url: string) => url.replace(/^https:\/\//, '');

/** A trailing slash counts: to IAM and STS, a url with it is another provider. */
const urlOf = (arn: string) => arn.slice(arn.indexOf(':oidc-provider/') + ':oidc-provider/'.length);
