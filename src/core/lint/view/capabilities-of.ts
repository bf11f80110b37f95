import { entryOf } from '../../document/entry-of';
import { valueAt } from '../../document/value-at';
import type { TemplateView } from './template-view';

export const capabilities = ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND'] as const;
export type Capability = (typeof capabilities)[number];

/** What whoever deploys a template has to acknowledge, as far as the file tells. The named one covers the other. */
export function capabilitiesOf({ all, document }: Pick<TemplateView, 'all' | 'document'>): readonly Capability[] {
  const identities = all.filter(({ type }) => acknowledged.has(type));
  const isNamed = identities.some(({ properties }) => names.some((name) => entryOf(properties, name)));
  const needed: Capability[] = [];
  if (identities.length > 0) needed.push(isNamed ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM');
  if (valueAt(document.root, 'Transform')) needed.push('CAPABILITY_AUTO_EXPAND');
  return needed;
}

/** An identity provider is not among them. */
const acknowledged: ReadonlySet<string> = new Set(
  ['AccessKey', 'Group', 'InstanceProfile', 'ManagedPolicy', 'Policy', 'Role', 'User', 'UserToGroupAddition'].map((name) => `AWS::IAM::${name}`),
);

const names: readonly string[] = ['RoleName', 'ManagedPolicyName', 'InstanceProfileName', 'UserName', 'GroupName'];
