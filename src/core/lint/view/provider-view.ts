import { audienceByValue } from '../../catalog/audience-by-value';
import { providerById } from '../../catalog/provider-by-id';
import { entryOf } from '../../document/entry-of';
import type { LocatedSequence } from '../../document/located';
import { resolveText, type ResolvedText, type Scope } from './resolved-text';
import { isConditional, type ResourceView } from './resource-view';

/** An `AWS::IAM::OIDCProvider` of a template. */
export interface ProviderView {
  readonly resource: ResourceView;
  readonly url: ResolvedText | undefined;
  readonly clientIds: TextList | undefined;
  readonly thumbprints: TextList | undefined;
  /** Whose tokens it accepts; undefined for one that is not Defender's. Sentinel's alone is not. */
  readonly of: 'defender' | 'ciem' | undefined;
  /** True for one that is made under a condition alone. */
  readonly isConditional: boolean;
}

export interface TextList {
  readonly list: LocatedSequence;
  readonly items: readonly ResolvedText[];
}

export function providerView(resource: ResourceView, scope: Scope): ProviderView {
  const urlEntry = entryOf(resource.properties, 'Url');
  const url = urlEntry && resolveText(urlEntry.value, scope);
  const clientIds = textList(resource, 'ClientIdList', scope);
  const thumbprints = textList(resource, 'ThumbprintList', scope);
  return { resource, url, clientIds, thumbprints, of: owner(resource, url, clientIds), isConditional: isConditional(resource) };
}

function textList({ properties }: ResourceView, key: string, scope: Scope): TextList | undefined {
  const value = entryOf(properties, key)?.value;
  if (value?.kind !== 'sequence') return undefined;
  return { list: value, items: value.items.map((item) => resolveText(item, scope)) };
}

/** Tenant that issues Defender's tokens, and Sentinel's. */
export const defenderTenant = providerById('defender').url.split('/')[3] ?? '';

function owner({ logicalId }: ResourceView, url: ResolvedText | undefined, clientIds: TextList | undefined): ProviderView['of'] {
  const audiences = (clientIds?.items ?? []).flatMap(({ text }) => audienceByValue(text) ?? []);
  const own = audiences.filter(({ audience }) => audience !== sentinelAudience);
  if (own.some(({ provider }) => provider === 'ciem')) return 'ciem';
  if (logicalId.value === providerById('defender').logicalId || own.length > 0) return 'defender';
  const onlySentinel = audiences.length > 0 && audiences.length === clientIds?.items.length;
  return url?.text.toLowerCase().includes(defenderTenant) && !onlySentinel ? 'defender' : undefined;
}

/** Sentinel's audience, which one role of Defender for Containers accepts too. */
export const sentinelAudience = 'api://1462b192-27f7-4cb9-8523-0f4ecb54b47e';
