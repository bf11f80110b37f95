import { resolve } from 'node:path';
import { deleteStack } from '../app/delete-stack';
import { planDeletion } from '../app/plan-deletion';
import { seeThrough } from '../app/see-through';
import type { DeletionPlan } from '../core/plan/deletion-plan';
import { deletionText } from '../core/report/deletion-text';
import { ask, canAsk } from './ask';
import { exitCode, type ExitCode } from './exit-code';
import { followInTerminal, tellOutcome } from './follow-in-terminal';
import { withInterrupts } from './interrupts';
import { stackTarget, type StackOptions } from './stack-target';
import type { Terminal } from './terminal';

export interface DeleteOptions extends StackOptions {
  /** The stack's name, where nobody is there to type it. */
  readonly confirm?: string;
  readonly retain: readonly string[];
  readonly plan?: true;
}

/** Shows what deleting the stack would take away, wants its name typed, then deletes it and follows that to its end. */
export const deleteCommand = (path: string, options: DeleteOptions, terminal: Terminal): Promise<ExitCode> =>
  withInterrupts(async (signal) => {
    const target = await stackTarget(path, options, terminal);
    if (!target.ok) return terminal.fail(target.error);
    const { ports, place } = target.value;
    const plan = await planDeletion(ports, { ...place, retain: options.retain }, { signal });
    if (!plan.ok) return terminal.fail(plan.error);
    terminal.print(deletionText(plan.value));
    if (plan.value.obstacle) return exitCode.findings;
    if (options.plan) return exitCode.clean;
    const confirmation = options.confirm ?? (await askName(plan.value, terminal, signal));
    if (confirmation === undefined) {
      terminal.say('Nothing was deleted: add --confirm with the name of the stack, or run this in a terminal.');
      return exitCode.findings;
    }
    const control = { ...followInTerminal(terminal, signal), connectorFile: resolve(path), confirmation };
    const outcome = await seeThrough(ports, { id: plan.value.id, first: () => deleteStack(ports, plan.value, control) }, control);
    return outcome.ok ? tellOutcome(outcome.value, terminal) : terminal.fail(outcome.error);
  });

async function askName({ target }: DeletionPlan, terminal: Terminal, signal: AbortSignal): Promise<string | undefined> {
  if (!canAsk(terminal)) return undefined;
  const { stack, accountId, region } = target;
  return (await ask(`Delete stack ${stack} in account ${accountId}, region ${region}? Type the stack's name to go on: `, terminal, signal))?.trim();
}
