import * as vscode from 'vscode';
import type { Profile } from '../../app/ports';
import type { Problem } from '../../core/model/problem';
import { operationTitle } from '../../core/operation/operation-words';
import type { ShownOperation } from '../../protocol/deployment';
import { problemText } from '../../core/model/problem-text';
import type { CredentialChoices } from './credentials-for';
import type { Credentials } from './deployment-chunk';
import { canSignIn, signIn } from './sign-in';

export interface RenewalHost {
  readonly listProfiles: () => Promise<readonly Profile[]>;
  readonly choices: Pick<CredentialChoices, 'choose'>;
  readonly isTrusted: () => boolean;
}

/** Asks how to go on when AWS does not accept the credentials of a running operation any more. Waits as long as it takes. */
export async function renewCredentials(
  { listProfiles, choices, isTrusted }: RenewalHost,
  { problem, credentials, operation }: { readonly problem: Problem; readonly credentials: Credentials; readonly operation: ShownOperation },
): Promise<Credentials | undefined> {
  const { accountId } = operation.target;
  while (isTrusted()) {
    const profile = (await listProfiles()).find(({ name }) => name === credentials.profile);
    const sign = profile && canSignIn(profile) ? [answers.signIn] : [];
    const message = `${operationTitle(operation)} goes on in AWS, but cannot be followed. ${problemText(problem)}`;
    const chosen = await vscode.window.showWarningMessage(message, ...sign, answers.goOn, answers.other);
    if (chosen === undefined) return undefined;
    if (chosen === answers.goOn) return credentials;
    if (chosen === answers.signIn && profile && (await signIn(profile))) return credentials;
    const other = chosen === answers.other ? await choices.choose(accountId) : undefined;
    if (other) return other;
  }
  return undefined;
}

const answers = { signIn: 'Sign in', goOn: 'Try again', other: 'Choose another profile' } as const;
