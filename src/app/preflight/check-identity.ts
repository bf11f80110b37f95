import type { Problem } from '../../core/model/problem';
import type { Result } from '../../core/model/result';
import { checkAccount } from '../check-account';
import type { Identity } from '../ports';
import type { Look } from './look';

const identity = { id: 'identity', title: 'Account and identity' };
const region = { id: 'region', title: 'Region' };

/** Whose credentials these are, and whether the region answers them. */
export async function checkIdentity({ ports, list, signal }: Look, accountId: string): Promise<Result<Identity>> {
  const caller = await checkAccount(ports, accountId, signal);
  if (caller.ok) {
    list.passed({ ...identity, evidence: `Profile ${ports.profile} is ${caller.value.arn} in account ${accountId}.` });
    list.passed({ ...region, evidence: `${ports.region} is enabled in the account: its own STS answered.` });
    return caller;
  }
  // Where a region is not enabled, its STS knows no key of the account; one that is always enabled does.
  const elsewhere = caller.error.code === 'credentials' ? await ports.identity.readAtHome(signal) : caller;
  if (!elsewhere.ok || elsewhere.value?.accountId !== accountId) return list.failed(identity, caller.error);
  list.passed({ ...identity, evidence: `Profile ${ports.profile} is ${elsewhere.value.arn} in account ${accountId}.` });
  return list.failed(region, notEnabled(ports.region, accountId));
}

const notEnabled = (name: string, accountId: string): Problem => ({
  code: 'invalidInput',
  message: `Region ${name} does not accept credentials that another region accepts: it is not enabled in account ${accountId}.`,
  action: `Enable it in the account (aws account enable-region --region-name ${name}), which takes minutes to hours, or choose another region.`,
});
