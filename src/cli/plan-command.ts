import { adviseUpdate } from '../app/care/advise-update';
import { discardPreview } from '../app/preview/discard-preview';
import { ok, type Result } from '../core/model/result';
import type { DeploymentPreview } from '../core/plan/deployment-preview';
import type { PreflightCheck } from '../core/plan/preflight-check';
import type { UpdateAdvice } from '../core/plan/update-advice';
import { adviceText } from '../core/report/advice-text';
import { exitCode, type ExitCode } from './exit-code';
import { tellCancelled, withInterrupts } from './interrupts';
import { tellCheck } from './preflight-text';
import { connectDeployment, previewConnected, type ConnectedDeployment, type DeploymentOptions } from './prepare-deployment';
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
    const connected = await connectDeployment(path, options, terminal, signal);
    if (!connected.ok) return terminal.fail(connected.error);
    const advice = options.exitCode ? await advise(connected.value, signal) : ok(undefined);
    if (!advice.ok) return terminal.fail(advice.error);
    const prepared = await previewConnected(connected.value, terminal, { signal, onCheck });
    const extra = advice.value ? { advice: advice.value } : {};
    if (!prepared.ok) {
      const cancelled = tellCancelled(signal, terminal, 'nothing was changed');
      if (cancelled !== undefined) return cancelled;
      // Whoever reads JSON gets what was seen, also when it is in the way.
      tell(terminal, json, { preflight: checks, problem: prepared.error, ...extra }, textOf(advice.value));
      return terminal.fail(prepared.error);
    }
    const { ports, preview } = prepared.value;
    tell(terminal, json, { ...preview, ...extra }, `${previewText(preview, terminal.paint)}${advice.value ? '\n' : ''}${textOf(advice.value)}`);
    const discarded = await discardPreview(ports, preview);
    if (!discarded.ok) return terminal.fail(discarded.error);
    return isNeeded(preview, advice.value) ? exitCode.findings : exitCode.clean;
  });

const textOf = (advice: UpdateAdvice | undefined) => (advice ? adviceText(advice) : '');

function tell(terminal: Terminal, json: boolean, data: object, text: string): void {
  if (json) terminal.print(JSON.stringify(data, null, 2));
  else if (text !== '') terminal.print(text);
}

const isNeeded = ({ action }: DeploymentPreview, advice: UpdateAdvice | undefined) =>
  advice !== undefined && (advice.state !== 'upToDate' || action !== 'none');

const advise = ({ ports, request }: ConnectedDeployment, signal: AbortSignal): Promise<Result<UpdateAdvice>> =>
  adviseUpdate(ports, { connector: request.connector, template: request.template.body, keepValues: request.keepValues }, { signal });
