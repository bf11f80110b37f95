import { adviseUpdate } from '../app/advise-update';
import { discardPreview } from '../app/discard-preview';
import { ok, type Result } from '../core/model/result';
import type { PreflightCheck } from '../core/plan/preflight-check';
import type { UpdateAdvice } from '../core/plan/update-advice';
import { adviceText } from '../core/report/advice-text';
import { exitCode, type ExitCode } from './exit-code';
import { withInterrupts } from './interrupts';
import { tellCheck } from './preflight-text';
import { connectDeployment, previewConnected, wantedTemplate, type ConnectedDeployment, type DeploymentOptions } from './prepare-deployment';
import { previewText } from './preview-text';
import type { Terminal } from './terminal';

export interface PlanOptions extends DeploymentOptions {
  readonly format: 'text' | 'json';
  readonly exitCode?: true;
}

/** Shows what a deployment would change, and leaves AWS as it was. */
export const planCommand = (path: string, options: PlanOptions, terminal: Terminal): Promise<ExitCode> =>
  withInterrupts(async (signal) => {
    const json = options.format === 'json';
    const checks: PreflightCheck[] = [];
    const onCheck = (check: PreflightCheck) => {
      checks.push(check);
      if (!json) tellCheck(check, terminal);
    };
    const connected = await connectDeployment(path, options, terminal);
    if (!connected.ok) return terminal.fail(connected.error);
    const advice = options.exitCode ? await advise(connected.value, signal) : ok(undefined);
    if (!advice.ok) return terminal.fail(advice.error);
    const prepared = await previewConnected(connected.value, terminal, { signal, onCheck });
    if (!prepared.ok) {
      // Whoever reads JSON gets what was seen, also when it is in the way.
      if (json) terminal.print(JSON.stringify({ preflight: checks, problem: prepared.error, ...(advice.value ? { advice: advice.value } : {}) }, null, 2));
      else if (advice.value) terminal.print(adviceText(advice.value));
      return terminal.fail(prepared.error);
    }
    const { ports, preview } = prepared.value;
    if (json) terminal.print(JSON.stringify({ ...preview, ...(advice.value ? { advice: advice.value } : {}) }, null, 2));
    else terminal.print(`${previewText(preview, terminal.paint)}${advice.value ? `\n${adviceText(advice.value)}` : ''}`);
    const discarded = await discardPreview(ports, preview);
    if (!discarded.ok) return terminal.fail(discarded.error);
    const isNeeded = advice.value !== undefined && (advice.value.state !== 'upToDate' || preview.action !== 'none');
    return isNeeded ? exitCode.findings : exitCode.clean;
  });

async function advise(connected: ConnectedDeployment, signal: AbortSignal): Promise<Result<UpdateAdvice>> {
  const template = await wantedTemplate(connected);
  return template.ok ? adviseUpdate(connected.ports, { connector: connected.made.connector, template: template.value }, { signal }) : template;
}
