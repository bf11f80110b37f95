import { catalog, type CatalogProvider } from '../catalog/catalog';
import type { Resources } from './role-resources';
import { templateNames } from './template-names';

/**
 * Why a deleted stack leaves a provider behind; stands in the template beside the provider. One that the stack has only
 * just made, in an operation that failed, goes with the rest.
 */
const kept =
  'Kept when the stack is deleted or stops creating it: IAM allows one provider for each URL in an account, ' +
  'and Microsoft Sentinel and other stacks may use this one.';

/**
 * A provider with every audience that the catalog knows for it, whichever plans are on. An audience that no role
 * trusts allows nothing, and a list that never changes is never updated: an update would replace the list and take
 * away what others, such as Microsoft Sentinel, have added to it.
 */
export function providerResource(provider: CatalogProvider, tenant: string): Resources {
  const known = catalog.audiences.filter((entry) => entry.provider === provider.id).map(({ audience }) => audience);
  return {
    [templateNames.providerResource(provider)]: {
      Type: 'AWS::IAM::OIDCProvider',
      Condition: templateNames.providerCondition(provider),
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
      Metadata: { Comment: kept },
      Properties: {
        Url: provider.url.replace('<tenant>', tenant),
        ClientIdList: [...new Set([...provider.publishedAudiences, ...known])],
        ThumbprintList: provider.thumbprints,
      },
    },
  };
}
