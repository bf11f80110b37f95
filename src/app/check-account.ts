import { err, type Result } from '../core/model/result';
import type { DeploymentPorts, Identity } from './ports';

/** Whose credentials the profile has, if they are the account's. Any other account is a hard stop. */
export async function checkAccount(
  { profile, identity }: Pick<DeploymentPorts, 'profile' | 'identity'>,
  accountId: string,
  signal?: AbortSignal,
): Promise<Result<Identity>> {
  const caller = await identity.read(signal);
  if (!caller.ok || caller.value.accountId === accountId) return caller;
  return err({
    code: 'wrongAccount',
    message: `Profile ${profile} is in account ${caller.value.accountId}, but the connector is for ${accountId}.`,
    action: `Choose a profile of account ${accountId}, or correct the account in the connector file.`,
    detail: caller.value.arn,
  });
}
