import * as vscode from 'vscode';
import type { AzurePorts } from '../../app/azure-ports';
import { defaultArmApiVersion } from '../../core/generate/arm/api-versions';
import type { AzureConnector } from '../../core/model/azure-connector';
import type { Problem } from '../../core/model/problem';
import { ok } from '../../core/model/result';
import type { Answers } from '../../core/onboarding/answers';
import type { ImportedAnswers, ImportQuestion } from '../../protocol/onboarding';
import type { AzureAccess } from '../platform/azure-access';
import { pickLoaded } from './pick-loaded';

export interface ImportHost {
  readonly azure: Pick<AzureAccess, 'isSignedIn' | 'signIn' | 'connectors' | 'subscriptions'> & {
    ports(tenant: string | undefined, options: { readonly ask: boolean }): Promise<AzurePorts>;
  };
  readonly toAnswers: (question: ImportQuestion) => Promise<ImportedAnswers>;
  readonly showProblem: (problem: Problem) => Promise<void>;
}

/** The answers of a connector that Azure has; undefined when the user turns away, or was told why there are none. */
export async function importFromAzure({ azure, toAnswers, showProblem }: ImportHost): Promise<Answers | undefined> {
  if (!(await azure.isSignedIn()) && !(await azure.signIn())) return undefined;
  const chosen = await chooseConnector(azure, showProblem);
  if (!chosen) return undefined;
  const { key } = chosen;
  const tenant = await tenantOf(azure, key.subscription);
  const ports = await azure.ports(tenant, { ask: false });
  const body = await ports.connectors.read(key, defaultArmApiVersion);
  if (!body.ok) return showProblem(body.error).then(() => undefined);
  if (!body.value) return tell(`Connector ${key.name} is not in Azure any more.`);
  const imported = await toAnswers({ body: body.value, context: { ...key, tenant: tenant ?? '' } });
  if (!imported.ok) return tell(`Connector ${key.name} cannot be imported. ${imported.message}`);
  if (imported.notes.length > 0) void vscode.window.showInformationMessage([`Connector ${key.name} is imported.`, ...imported.notes].join(' '));
  return imported.answers;
}

const chooseConnector = (azure: ImportHost['azure'], showProblem: ImportHost['showProblem']): Promise<AzureConnector | undefined> =>
  pickLoaded<AzureConnector>({
    title: 'Import a connector from Azure',
    placeHolder: 'Connector of an AWS account',
    none: 'The chosen subscriptions have no connector of an AWS account.',
    showProblem,
    load: async (signal) => {
      const list = await azure.connectors(signal);
      return list.ok
        ? ok(list.value.connectors.map((value) => ({ label: value.key.name, description: value.accountId ?? '', detail: `${value.key.resourceGroup} · subscription ${value.key.subscription}`, value })))
        : list;
    },
  });

/** A connector does not say its tenant; its subscription's does. */
async function tenantOf(azure: ImportHost['azure'], subscription: string): Promise<string | undefined> {
  const all = await azure.subscriptions();
  return all.ok ? all.value.subscriptions.find(({ id }) => id.toLowerCase() === subscription.toLowerCase())?.tenant : undefined;
}

async function tell(message: string): Promise<undefined> {
  await vscode.window.showWarningMessage(message);
  return undefined;
}
