import { readFile } from 'node:fs/promises';
import { isJsonObject, own } from '../../../core/model/json';
import type { Problem } from '../../../core/model/problem';
import { err, ok, type Result } from '../../../core/model/result';
import { isLoopback, postForm, publicScope } from '../index';
import type { Environment, FreshToken } from './fresh-token';

/** An application with a secret or a federated token: the variables that Azure's own SDKs read. */
export const hasClient = (env: Environment): boolean =>
  Boolean(env['AZURE_CLIENT_ID'] && (env['AZURE_CLIENT_SECRET'] || env['AZURE_FEDERATED_TOKEN_FILE']));

/** The client credentials flow of the Microsoft identity platform: one form, one answer. */
export async function clientToken(env: Environment, tenant: string, signal?: AbortSignal): Promise<Result<FreshToken>> {
  const home = tenant || env['AZURE_TENANT_ID'];
  if (!home || !/^[0-9a-f-]{36}$/i.test(home)) return err(refused('which tenant is not known', 'Set AZURE_TENANT_ID, or give --tenant.'));
  const authority = authorityOf(env);
  if (authority === undefined) return err(refused('AZURE_AUTHORITY_HOST is no https address', 'Leave it out for the public cloud.'));
  const proof = await proofOf(env);
  if (!proof.ok) return proof;
  const fields = { grant_type: 'client_credentials', scope: publicScope, client_id: env['AZURE_CLIENT_ID'] ?? '', ...proof.value };
  try {
    return readAnswer((await postForm(`${authority}/${home}/oauth2/v2.0/token`, fields, signal)).text, home);
  } catch {
    // The error may hold the request, and the request is a secret.
    return err({ code: signal?.aborted ? 'cancelled' : 'network', message: `Microsoft Entra (${authority}) could not be reached.`, action: 'Check the network and the proxy, then try again.' });
  }
}

async function proofOf(env: Environment): Promise<Result<Readonly<Record<string, string>>>> {
  if (env['AZURE_CLIENT_SECRET']) return ok({ client_secret: env['AZURE_CLIENT_SECRET'] });
  const file = env['AZURE_FEDERATED_TOKEN_FILE'] ?? '';
  try {
    const assertion = (await readFile(file, 'utf8')).trim();
    return ok({ client_assertion: assertion, client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' });
  } catch {
    return err(refused(`the file of AZURE_FEDERATED_TOKEN_FILE (${file}) cannot be read`, 'Check the path and its permissions.'));
  }
}

function authorityOf(env: Environment): string | undefined {
  const named = (env['AZURE_AUTHORITY_HOST'] || 'https://login.microsoftonline.com').replace(/\/+$/, '');
  return URL.canParse(named) && (new URL(named).protocol === 'https:' || isLoopback(named)) ? named : undefined;
}

function readAnswer(text: string, tenant: string): Result<FreshToken> {
  const answer = parsed(text);
  const token = own(answer, 'access_token');
  if (typeof token === 'string') return ok({ token, expiresAt: Date.now() + Number(own(answer, 'expires_in') ?? 0) * 1000 });
  const error = own(answer, 'error');
  const code = /AADSTS\d+/.exec(String(own(answer, 'error_description') ?? ''))?.[0];
  const reason = [typeof error === 'string' ? error : '', code].filter(Boolean).join(', ');
  return err(refused(`Microsoft Entra refused it for tenant ${tenant}${reason === '' ? '' : ` (${reason})`}`, 'Check client id, secret and tenant.'));
}

function parsed(text: string) {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}

const refused = (why: string, action: string): Problem => ({
  code: 'credentials',
  message: `The application of AZURE_CLIENT_ID could not sign in to Azure: ${why}.`,
  action,
});
