import type { TokenPort } from '../../../app/azure-ports';
import type { Problem } from '../../../core/model/problem';
import { err, ok, type Result } from '../../../core/model/result';
import { azProgramToken } from './az-program-token';
import { clientToken, hasClient } from './client-token';
import type { Environment, FreshToken } from './fresh-token';

/**
 * Where a command line without a sign-in of its own gets tokens, in this order: `AZURE_ACCESS_TOKEN`, the application that
 * `AZURE_CLIENT_ID` names, the account of the Azure CLI. Each is kept in memory until shortly before it expires.
 */
export function commandLineTokens(env: Environment): TokenPort {
  const kept = new Map<string, FreshToken>();
  return {
    async token({ tenant, challenge, signal }) {
      const given = env['AZURE_ACCESS_TOKEN'];
      if (challenge !== undefined) return err(moreProof(tenant));
      if (given) return ok(given);
      const present = kept.get(tenant);
      if (present && present.expiresAt > Date.now() + 5 * 60_000) return ok(present.token);
      const fresh = await freshToken(env, tenant, signal);
      if (!fresh.ok) return fresh;
      kept.set(tenant, fresh.value);
      return ok(fresh.value.token);
    },
  };
}

function freshToken(env: Environment, tenant: string, signal: AbortSignal | undefined): Promise<Result<FreshToken>> {
  // The name goes into an address and into the arguments of a program.
  if (!/^[0-9a-f-]{36}$/i.test(tenant) && tenant !== '') return Promise.resolve(err(noTenant(tenant)));
  return hasClient(env) ? clientToken(env, tenant, signal) : azProgramToken(env, tenant, signal);
}

const noTenant = (tenant: string): Problem => ({
  code: 'invalidInput',
  message: `${tenant} is not the id of a Microsoft Entra tenant.`,
  action: 'Give the id: 32 hexadecimal digits in five groups.',
});

const moreProof = (tenant: string): Problem => ({
  code: 'credentials',
  message: `Azure wants more proof of who you are${tenant === '' ? '' : ` for tenant ${tenant}`}.`,
  action: `Run "az login${tenant === '' ? '' : ` --tenant ${tenant}`}" with multifactor authentication, then try again.`,
});
