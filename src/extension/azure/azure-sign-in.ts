import * as vscode from 'vscode';
import { publicScope } from '../../adapters/azure/endpoint';
import { withoutTokens } from '../../adapters/azure/without-tokens';
import type { TokenPort } from '../../app/azure-ports';
import type { Problem } from '../../core/model/problem';
import { err, ok, type Result } from '../../core/model/result';

/** VS Code's own provider: it keeps accounts and tokens, we ask it anew for each call and keep neither. */
const provider = 'microsoft';

export interface AzureSignIn extends vscode.Disposable {
  readonly onDidChange: vscode.Event<void>;
  /** The account's name, without asking; undefined when nobody is signed in or the workspace is not trusted. */
  account(): Promise<string | undefined>;
  /** Tokens without a question, or with one where the user has just asked for something. */
  tokens(options: { readonly ask: boolean }): TokenPort;
}

export function azureSignIn(isTrusted: () => boolean): AzureSignIn {
  const changed = new vscode.EventEmitter<void>();
  const watching = vscode.authentication.onDidChangeSessions((event) => event.provider.id === provider && changed.fire());
  return {
    onDidChange: changed.event,
    async account() {
      if (!isTrusted()) return undefined;
      const session = await vscode.authentication.getSession(provider, scopesFor(''), { silent: true }).then(undefined, () => undefined);
      return session?.account.label;
    },
    tokens: ({ ask }) => ({
      token: ({ tenant, challenge, signal }) => {
        if (signal?.aborted) return Promise.resolve(err(cancelled));
        return isTrusted() ? sessionToken({ tenant, challenge, ask }) : Promise.resolve(err(notTrusted));
      },
    }),
    dispose: () => vscode.Disposable.from(changed, watching).dispose(),
  };
}

interface SessionQuestion {
  /** Empty for the account's home. */
  readonly tenant: string;
  readonly challenge: string | undefined;
  readonly ask: boolean;
}

async function sessionToken({ tenant, challenge, ask }: SessionQuestion): Promise<Result<string>> {
  const scopes = scopesFor(tenant);
  const request = challenge === undefined ? scopes : { wwwAuthenticate: challenge, fallbackScopes: scopes };
  try {
    const session = await vscode.authentication.getSession(provider, request, ask ? { createIfNone: true } : { silent: true });
    return session ? ok(session.accessToken) : err(signedOut(tenant, challenge !== undefined));
  } catch (error) {
    return err(refused(error, tenant));
  }
}

/** Without its tenant a guest would get a token of home. VS Code takes this scope out again before it asks Microsoft. */
const scopesFor = (tenant: string): readonly string[] => [publicScope, ...(tenant === '' ? [] : [`VSCODE_TENANT:${tenant}`])];

const where = (tenant: string) => (tenant === '' ? '' : ` for tenant ${tenant}`);

const signedOut = (tenant: string, challenged: boolean): Problem => ({
  code: 'credentials',
  message: challenged ? `Azure wants more proof of who you are${where(tenant)}.` : `Nobody is signed in to Azure${where(tenant)}.`,
  action: 'Run "Sign in to Azure", then try again.',
});

/** VS Code throws an error of no type of its own when the user turns away, so the words decide. */
function refused(error: unknown, tenant: string): Problem {
  const text = error instanceof Error ? error.message : String(error);
  if (/cancel|consent/i.test(text)) return { code: 'cancelled', message: `The sign-in${where(tenant)} was cancelled.`, action: 'Start it again when you want to.' };
  return { code: 'credentials', message: `VS Code could not sign in to Azure${where(tenant)}.`, action: 'Sign in under Accounts in VS Code, then try again.', detail: withoutTokens(text).slice(0, 500) };
}

const cancelled: Problem = { code: 'cancelled', message: 'Cancelled before Azure was asked.' };

const notTrusted: Problem = {
  code: 'credentials',
  message: 'Azure is not asked in a restricted workspace.',
  action: 'Trust the workspace first.',
};
