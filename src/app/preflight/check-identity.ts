import type { Result } from '../../core/model/result';
import { checkAccount } from '../check-account';
import type { Identity } from '../ports';
import type { Look } from './look';

const identity = { id: 'identity', title: 'Account and identity' };
const region = { id: 'region', title: 'Region' };

/** Whose credentials these are, and whether the region answers them. */
export async function checkIdentity({ ports, list, signal }: Look, accountId: string): Promise<Result<Identity>> {
  const caller = await checkAccount(ports, accountId, signal);
  if (!caller.ok) return list.failed(caller.error.code === 'invalidInput' ? region : identity, caller.error);
  list.passed({ ...identity, evidence: `Profile ${ports.profile} is ${caller.value.arn} in account ${accountId}.` });
  list.passed({ ...region, evidence: `${ports.region} is enabled in the account: its own STS answered.` });
  return caller;
}
