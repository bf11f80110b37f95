import { GetServiceQuotaCommand, type ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { quotaFact } from '../../../core/catalog/preconditions';
import type { Usage } from '../../../core/verify/facts';

/** How much of a quota of ours is used. */
export async function readQuota(
  client: ServiceQuotasClient,
  { id, used }: { readonly id: string; readonly used: number },
  options: { readonly abortSignal?: AbortSignal },
): Promise<Usage> {
  const { service, code, name } = quotaFact(id);
  const { Quota } = await client.send(new GetServiceQuotaCommand({ ServiceCode: service, QuotaCode: code }), options);
  // A quota without a value is none.
  return { name, used, limit: Quota?.Value ?? Infinity };
}
