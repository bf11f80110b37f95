import type { ResourceChange } from '@aws-sdk/client-cloudformation';
import type { ChangeSetChange } from '../../core/plan/change-set';

export const toChange = (change: ResourceChange): ChangeSetChange => ({
  logicalId: change.LogicalResourceId ?? '',
  physicalId: change.PhysicalResourceId ?? null,
  type: change.ResourceType ?? '',
  action: actions[change.Action ?? ''] ?? 'dynamic',
  replacement: replacements[change.Replacement ?? ''] ?? 'never',
  retained: change.Action === 'Remove' && change.PolicyAction === 'Retain',
  properties: [...new Set((change.Details ?? []).flatMap(({ Target }) => Target?.Name ?? Target?.Attribute ?? []))].sort(),
});

const actions: Readonly<Record<string, ChangeSetChange['action']>> = {
  Add: 'add',
  Modify: 'modify',
  Remove: 'remove',
  Import: 'import',
  Dynamic: 'dynamic',
};

const replacements: Readonly<Record<string, ChangeSetChange['replacement']>> = {
  True: 'always',
  Conditional: 'conditional',
};
