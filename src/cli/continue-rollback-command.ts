import { resolve } from 'node:path';
import { continueRollback, readStuckRollback } from '../app/care/continue-rollback';
import { seeThrough } from '../app/operation/see-through';
import { explainError } from '../core/diagnose/explain-error';
import type { StuckRollback } from '../core/plan/stuck-rollback';
import { ask, canAsk } from './ask';
import { exitCode, type ExitCode } from './exit-code';
import { followInTerminal, tellOutcome } from './follow-in-terminal';
import { followUnfinished } from './follow-unfinished';
import { withInterrupts } from './interrupts';
import { stackTarget, type StackOptions } from './stack-target';
import type { Terminal } from './terminal';

export interface ContinueOptions extends StackOptions {
  readonly yes?: true;
  readonly skip: readonly string[];
}

/** Goes on with a rollback that got stuck, past the resources that are to be skipped. */
export const continueRollbackCommand = (path: string, options: ContinueOptions, terminal: Terminal): Promise<ExitCode> =>
  withInterrupts(async (signal) => {
    const target = await stackTarget(path, options, terminal);
    if (!target.ok) return terminal.fail(target.error);
    const { ports, place } = target.value;
    const earlier = await followUnfinished(ports, place, terminal, signal);
    if (earlier.code === exitCode.impossible || signal.aborted) return earlier.code;
    const stuck = await readStuckRollback(ports, place, { signal });
    if (!stuck.ok) return terminal.fail(stuck.error);
    terminal.print(stuckText(stuck.value, options.skip));
    if (!options.yes && !(await agrees(stuck.value, terminal, signal))) {
      terminal.say('Nothing was changed.');
      return exitCode.findings;
    }
    const control = { ...followInTerminal(terminal, signal), connectorFile: resolve(path), skip: options.skip };
    const outcome = await seeThrough(ports, { id: stuck.value.id, first: () => continueRollback(ports, stuck.value, control) }, control);
    return outcome.ok ? tellOutcome(outcome.value, resolve(path), terminal) : terminal.fail(outcome.error);
  });

const stuckText = ({ target, stuck }: StuckRollback, skip: readonly string[]) =>
  [
    `The rollback of stack ${target.stack} in account ${target.accountId}, ${target.region}, stopped at:`,
    ...stuck.flatMap(({ logicalId, type, reason }) => {
      const known = reason === null ? undefined : explainError(reason);
      return [
        `  ${logicalId} (${type})${skip.includes(logicalId) ? ', to be skipped: it stays as it is' : ''}${reason === null ? '' : `: ${reason}`}`,
        ...(known?.id == null ? [] : [`    ${known.title}. ${known.steps[0] ?? ''}`]),
      ];
    }),
    '',
  ].join('\n');

async function agrees({ target }: StuckRollback, terminal: Terminal, signal: AbortSignal): Promise<boolean> {
  if (!canAsk(terminal)) return false;
  const answer = await ask(`Continue the rollback? Type the stack's name (${target.stack}) to go on: `, terminal, signal);
  return answer?.trim() === target.stack;
}
