import type { DeploymentPorts } from '../../app/ports';
import type { PreviewRequest } from '../../app/preview/preview-deployment';
import { bucketNameOf, planUpload } from '../../app/template-bucket/plan-upload';
import { carryOutUpload } from '../../app/template-bucket/carry-out-upload';
import { ok, type Result } from '../../core/model/result';
import { templateSource } from '../../core/plan/template-source';
import type { ConnectorSource } from './connector-source';

/** A template that a request cannot carry is uploaded when the user agrees, or taken from where the user has put it. */
export async function withAddress(ports: DeploymentPorts, request: PreviewRequest, { chooseTemplatePlace }: ConnectorSource): Promise<Result<PreviewRequest>> {
  const { template } = request;
  const travel = templateSource(template);
  if (travel.ok) return ok(request);
  const { account, deployment } = request.connector;
  const plan = await planUpload(ports, { accountId: account.id, stack: deployment.stack, text: template.text });
  const place = await chooseTemplatePlace({
    reason: travel.error.message,
    steps: plan.ok ? plan.value.steps.map(({ words }) => words) : null,
    bucket: plan.ok ? plan.value.bucket.name : bucketNameOf(account.id, ports.region),
  });
  if (place?.kind === 'url') return ok({ ...request, template: { ...template, url: place.url } });
  if (!place || !plan.ok) return ok(request);
  const url = await carryOutUpload(ports, plan.value);
  return url.ok ? ok({ ...request, template: { ...template, url: url.value } }) : url;
}
