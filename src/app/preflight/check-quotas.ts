import type { Problem } from '../../core/model/problem';
import { ok, type Result } from '../../core/model/result';
import { quotaUses, type QuotaUse } from '../../core/plan/iam-quotas';
import type { FullLook } from './look';

const check = { id: 'quotas', title: 'Quotas of IAM' };

/** Whether IAM has room for what the template makes beside what there is. */
export async function checkQuotas({ ports, list, scope, deployed, signal }: FullLook, imported: readonly string[]): Promise<Result<void>> {
  const summary = await ports.iam.accountSummary(signal);
  if (!summary.ok) {
    list.unknown(check, summary.error);
    return ok(undefined);
  }
  const owned = new Set([...(deployed.content?.resources.map(({ logicalId }) => logicalId) ?? []), ...imported]);
  const uses = quotaUses(scope, summary.value, owned);
  const over = uses.filter(({ wanted, allowed }) => wanted > allowed);
  if (over.length > 0) return list.failed(check, exceeded(over));
  list.passed({ ...check, evidence: `After the deployment: ${uses.map(words).join(', ')}.` });
  return ok(undefined);
}

const words = ({ what, wanted, allowed }: QuotaUse) => `${wanted} of ${allowed} ${what}`;

const exceeded = (over: readonly QuotaUse[]): Problem => ({
  code: 'invalidInput',
  message: `IAM has no room: the account would need ${over.map(words).join(', ')}.`,
  action: 'Ask for a higher quota in Service Quotas (service IAM), or remove what is unused.',
});
