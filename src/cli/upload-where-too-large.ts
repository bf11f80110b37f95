import type { DeploymentPorts } from '../app/ports';
import type { DeploymentAim } from '../app/preflight/with-wishes';
import type { PreviewRequest } from '../app/preview/preview-deployment';
import { carryOutUpload } from '../app/template-bucket/carry-out-upload';
import { planUpload } from '../app/template-bucket/plan-upload';
import type { Problem } from '../core/model/problem';
import { err, ok, type Result } from '../core/model/result';
import { templateSource } from '../core/plan/template-source';
import { ask, canAsk } from './ask';
import type { DeploymentOptions } from './prepare-deployment';
import type { Terminal } from './terminal';

/** Puts the template into S3 where a request cannot carry it and the caller has asked for that; else gives the request back as it is. */
export async function uploadWhereTooLarge(
  { ports, request }: DeploymentAim<DeploymentPorts>,
  options: DeploymentOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Result<PreviewRequest>> {
  const { templateBucket } = options;
  const { template } = request;
  if (templateBucket === undefined || templateSource(template).ok) return ok(request);
  const { account, deployment } = request.connector;
  const bucket = templateBucket === true ? {} : { bucket: templateBucket };
  const plan = await planUpload(ports, { accountId: account.id, stack: deployment.stack, text: template.text, ...bucket }, { signal });
  if (!plan.ok) return plan;
  for (const { words } of plan.value.steps) terminal.say(words);
  if (plan.value.steps.length > 0 && !(await agrees(options, terminal, signal))) return err(left);
  const url = await carryOutUpload(ports, plan.value);
  return url.ok ? ok({ ...request, template: { ...template, url: url.value } }) : url;
}

/** Where nobody can be asked, the option itself is the answer. */
async function agrees({ yes }: DeploymentOptions, terminal: Terminal, signal: AbortSignal): Promise<boolean> {
  if (yes || !canAsk(terminal)) return true;
  return /^y(es)?$/i.test((await ask('Do this now? (y/n) ', terminal, signal))?.trim() ?? '');
}

const left: Problem = { code: 'invalidInput', message: 'Nothing was uploaded and nothing was changed.' };
