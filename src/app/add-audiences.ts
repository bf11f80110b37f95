import { err, ok, type Result } from '../core/model/result';
import type { AudienceMerge } from '../core/plan/preflight-check';
import type { DeploymentPorts } from './ports';

/** Gives providers the audiences that they lack: all of them, or none. */
export async function addAudiences({ providers }: Pick<DeploymentPorts, 'providers'>, merges: readonly AudienceMerge[]): Promise<Result<void>> {
  const added: { readonly arn: string; readonly audience: string }[] = [];
  for (const { providerArn: arn, url, audiences } of merges) {
    const present = await providers.find(url);
    if (!present.ok) return takeBack(present);
    for (const audience of audiences) {
      // Somebody may have added it meanwhile: then it is theirs, and stays whatever happens.
      if (present.value?.audiences.includes(audience)) continue;
      const done = await providers.addAudience(arn, audience);
      // A lost answer may hide a success.
      added.push({ arn, audience });
      if (!done.ok) return takeBack(done);
    }
  }
  return ok(undefined);

  async function takeBack(failed: Extract<Result<unknown>, { ok: false }>): Promise<Result<void>> {
    for (const { arn, audience } of added.reverse()) await providers.removeAudience(arn, audience);
    return err(failed.error);
  }
}
