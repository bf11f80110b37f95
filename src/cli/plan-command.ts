import { discardPreview } from '../app/discard-preview';
import type { PreflightCheck } from '../core/plan/preflight-check';
import { exitCode, type ExitCode } from './exit-code';
import { withInterrupts } from './interrupts';
import { tellCheck } from './preflight-text';
import { prepareDeployment, type DeploymentOptions } from './prepare-deployment';
import { previewText } from './preview-text';
import type { Terminal } from './terminal';

/** Shows what a deployment would change, and leaves AWS as it was. */
export const planCommand = (
  path: string,
  options: DeploymentOptions & { readonly format: 'text' | 'json' },
  terminal: Terminal,
): Promise<ExitCode> =>
  withInterrupts(async (signal) => {
    const json = options.format === 'json';
    const checks: PreflightCheck[] = [];
    const onCheck = (check: PreflightCheck) => {
      checks.push(check);
      if (!json) tellCheck(check, terminal);
    };
    const prepared = await prepareDeployment(path, options, terminal, { signal, onCheck });
    if (!prepared.ok) {
      // Whoever reads JSON gets what was seen, also when it is in the way.
      if (json) terminal.print(JSON.stringify({ preflight: checks, problem: prepared.error }, null, 2));
      return terminal.fail(prepared.error);
    }
    const { ports, preview } = prepared.value;
    terminal.print(json ? JSON.stringify(preview, null, 2) : previewText(preview, terminal.paint));
    const discarded = await discardPreview(ports, preview);
    return discarded.ok ? exitCode.clean : terminal.fail(discarded.error);
  });
