import * as vscode from 'vscode';
import type { Profile } from '../../app/ports';

export interface ProfileQuestion {
  readonly profiles: readonly Profile[];
  /** Null while no account is known: the profile says which one it is. */
  readonly accountId: string | null;
  readonly current: string | undefined;
}

/** Asks which profile reaches the account. Profiles that say they belong to it come first; the identity check alone is proof. */
export async function chooseProfile({ profiles, accountId, current }: ProfileQuestion): Promise<string | undefined> {
  if (profiles.length === 0) {
    await vscode.window.showInformationMessage(
      'No AWS profile was found. Add one with the AWS CLI (aws configure or aws configure sso), then try again.',
    );
    return undefined;
  }
  const items = profileItems(profiles, accountId, current);
  const chosen = await vscode.window.showQuickPick(items, {
    title: accountId === null ? 'AWS profile of the account' : `AWS profile for account ${accountId}`,
    placeHolder: accountId === null ? 'Profile whose account is to be connected' : 'Profile to look up and deploy the stack with',
    matchOnDescription: true,
    matchOnDetail: true,
    // A page that opens with the question takes the focus, and nobody has turned away.
    ignoreFocusOut: true,
  });
  return chosen?.name;
}

export interface ProfileItem extends vscode.QuickPickItem {
  readonly name: string;
}

export function profileItems(profiles: readonly Profile[], accountId: string | null, current: string | undefined): readonly ProfileItem[] {
  const rank = ({ name, accountHint }: Profile) => {
    if (name === current) return 0;
    if (accountHint === null) return 2;
    return accountHint === accountId ? 1 : 3;
  };
  return [...profiles].sort((a, b) => rank(a) - rank(b)).map((profile) => ({
    name: profile.name,
    label: profile.name,
    description: [kindWords[profile.kind], profile.region ?? 'no region', ...(profile.name === current ? ['chosen now'] : [])].join(' · '),
    detail: accountWords(profile, accountId),
    iconPath: new vscode.ThemeIcon(profile.name === current ? 'check' : 'account'),
  }));
}

const kindWords: Readonly<Record<Profile['kind'], string>> = {
  static: 'access keys',
  'assume-role': 'assumes a role',
  'assume-role+mfa': 'assumes a role, asks for an MFA code',
  sso: 'IAM Identity Center',
  process: 'credentials from a command',
  'web-identity': 'web identity',
  login: 'AWS sign-in',
  environment: 'environment variables',
  none: 'no credentials',
};

function accountWords({ accountHint, runsCommand }: Profile, accountId: string | null): string {
  const account =
    accountHint === null
      ? 'Account is known once it is used'
      : accountId === null
        ? `Account ${accountHint}`
        : accountHint === accountId
          ? `Account ${accountHint}, the connector's`
          : `Account ${accountHint}, not the connector's`;
  return runsCommand ? `${account}. Runs a command of your AWS configuration.` : account;
}
