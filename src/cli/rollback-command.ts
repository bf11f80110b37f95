import { earlierStack, previewRollBack } from '../app/preview/preview-roll-back';
import { carryOutPreview, type DeployOptions } from './carry-out-preview';
import { followUnfinished } from './follow-unfinished';
import { withInterrupts } from './interrupts';
import { tellCheck } from './preflight-text';
import { stackTarget } from './stack-target';
import { exitCode, type ExitCode } from './exit-code';
import type { Terminal } from './terminal';

/** Shows what going back to the template before the last update would change, asks, then does it. */
export const rollbackCommand = (path: string, options: DeployOptions, terminal: Terminal): Promise<ExitCode> =>
  withInterrupts(async (signal) => {
    const target = await stackTarget(path, options, terminal);
    if (!target.ok) return terminal.fail(target.error);
    const { connector, place, ports } = target.value;
    const unfinished = await followUnfinished(ports, place, terminal, signal);
    if (unfinished.code === exitCode.impossible || signal.aborted) return unfinished.code;
    const earlier = await earlierStack(ports.journal, connector, ports.region);
    if (!earlier.ok) return terminal.fail(earlier.error);
    const preview = await previewRollBack(ports, { connector, earlier: earlier.value }, { signal, onCheck: (check) => tellCheck(check, terminal) });
    if (!preview.ok) return terminal.fail(preview.error);
    return carryOutPreview({ ports, preview: preview.value }, { path, options }, terminal, signal);
  });
