import { checkDrift } from '../app/care/check-drift';
import { driftText } from '../core/report/drift-text';
import { exitCode, type ExitCode } from './exit-code';
import { withInterrupts } from './interrupts';
import { stackTarget, type StackOptions } from './stack-target';
import type { Terminal } from './terminal';

/** Says what of the stack is no longer as its template says. Changes nothing; exits with 1 when something differs. */
export const driftCommand = (path: string, options: StackOptions & { readonly format: 'text' | 'json' }, terminal: Terminal): Promise<ExitCode> =>
  withInterrupts(async (signal) => {
    const target = await stackTarget(path, options, terminal);
    if (!target.ok) return terminal.fail(target.error);
    const { ports, place } = target.value;
    const drift = await checkDrift(ports, place, { signal });
    if (!drift.ok) return terminal.fail(drift.error);
    terminal.print(options.format === 'json' ? JSON.stringify(drift.value, null, 2) : driftText(drift.value, place.stack));
    return drift.value.status === 'drifted' ? exitCode.findings : exitCode.clean;
  });
