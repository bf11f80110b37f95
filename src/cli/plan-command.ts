import { discardPreview } from '../app/discard-preview';
import { exitCode, type ExitCode } from './exit-code';
import { withInterrupts } from './interrupts';
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
    const prepared = await prepareDeployment(path, options, terminal, signal);
    if (!prepared.ok) return terminal.fail(prepared.error);
    const { ports, preview } = prepared.value;
    terminal.print(options.format === 'json' ? JSON.stringify(preview, null, 2) : previewText(preview, terminal.paint));
    const discarded = await discardPreview(ports, preview);
    return discarded.ok ? exitCode.clean : terminal.fail(discarded.error);
  });
