import { valueAt } from '../../document/value-at';
import { identityResources, namedIdentities } from './identity-resources';
import type { TemplateView } from './template-view';

export const capabilities = ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND'] as const;
export type Capability = (typeof capabilities)[number];

/** What whoever deploys a template has to acknowledge, as far as the file tells. The named one covers the other. */
export function capabilitiesOf({ all, document }: Pick<TemplateView, 'all' | 'document'>): readonly Capability[] {
  const needed: Capability[] = [];
  if (identityResources(all).length > 0) needed.push(namedIdentities(all).length > 0 ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM');
  if (valueAt(document.root, 'Transform')) needed.push('CAPABILITY_AUTO_EXPAND');
  return needed;
}
