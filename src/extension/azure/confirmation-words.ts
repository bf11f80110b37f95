import type { ConnectorPlan, DeletionPlan } from '../../core/azure/connector-plan';
import type { ConnectorKey } from '../../core/model/azure-connector';

export interface AzureQuestion {
  readonly question: string;
  readonly detail: string;
  readonly yes: string;
}

/** Every question names connector, resource group and subscription. */
const place = ({ name, resourceGroup, subscription }: ConnectorKey) => `connector ${name} in resource group ${resourceGroup}, subscription ${subscription}`;

export function writeWords(plan: ConnectorPlan): AzureQuestion {
  const verb = plan.action === 'create' ? 'Create' : 'Update';
  const missing = plan.rights.filter(({ state }) => state !== 'allowed').map(({ title, state, sentence }) => `${state === 'missing' ? 'Missing right' : 'Not known'}: ${title}. ${sentence}`);
  return {
    question: `${verb} ${place(plan.key)}?`,
    detail: [
      `AWS account ${plan.accountId}, tenant ${plan.tenant}, ${plan.location}.`,
      ...(plan.registersProvider ? ['The resource provider Microsoft.Security is registered first.'] : []),
      ...(plan.createsGroup ? [`Resource group ${plan.key.resourceGroup} is created first.`] : []),
      `${plan.changes.length} ${plan.changes.length === 1 ? 'setting changes' : 'settings change'}; the difference is open behind this question.`,
      ...plan.notes,
      ...missing,
    ].join('\n'),
    yes: `${verb} connector`,
  };
}

export const deletionWords = ({ key, members, steps }: DeletionPlan): AzureQuestion => ({
  question: `Delete ${place(key)}?`,
  detail: [...steps.map(({ sentence }) => sentence), ...(members.length === 0 ? [] : [`Members: ${members.map(({ name }) => name).slice(0, 20).join(', ')}${members.length > 20 ? ' …' : ''}`])].join('\n'),
  yes: 'Delete connector',
});
