import * as vscode from 'vscode';
import type { Problem } from '../../core/model/problem';
import { showProblem } from '../platform/show-problem';
import { requireTrust } from '../platform/trust';
import { accountLookUp, type AccountLookUpHost } from './account-look-up';
import { azureLookUps, type AzureLists } from './azure-look-ups';
import { broughtTemplate } from './brought-template';
import type { LookUps } from './look-ups';

export interface LookUpsHost {
  readonly log: vscode.LogOutputChannel;
  /** Asks for an AWS profile; undefined when the user turns away. */
  readonly lookAtAccount: AccountLookUpHost['lookAtAccount'];
  readonly azure: AzureLists;
}

export function lookUpsFor({ lookAtAccount, azure, log }: LookUpsHost, folder: vscode.Uri): LookUps {
  const show = (problem: Problem) => showProblem(problem, log);
  return {
    'account.id': accountLookUp({ lookAtAccount, showProblem: show }),
    ...azureLookUps({ azure, isAllowed: () => requireTrust('Choosing in Azure', () => vscode.workspace.isTrusted), showProblem: show }),
    'deployment.template': broughtTemplate(folder),
  };
}
