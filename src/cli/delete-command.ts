import { resolve } from 'node:path';
import { deleteStack } from '../app/care/delete-stack';
import { planDeletion } from '../app/care/plan-deletion';
import { seeThrough } from '../app/operation/see-through';
import type { DeletionPlan } from '../core/plan/deletion-plan';
import { deletionText } from '../core/report/deletion-text';
import { ask, canAsk } from './ask';
import type { ConnectedPorts } from './connect';
import { exitCode, type ExitCode } from './exit-code';
import { followInTerminal, tellOutcome } from './follow-in-terminal';
import { followUnfinished } from './follow-unfinished';
import { withInterrupts } from './interrupts';
import { stackTarget, type StackOptions, type StackTarget } from './stack-target';
import type { Terminal } from './terminal';

export interface DeleteOptions extends StackOptions {
  /** The stack's name, where nobody is there to type it. */
  readonly confirm?: string;
  readonly retain: readonly string[];
  readonly plan?: true;
  readonly format: 'text' | 'json';
}

export interface AskedDeletion {
  /** The connector file. */
  readonly path: string;
  readonly options: DeleteOptions;
}

/** Shows what deleting the stack would take away, wants its name typed, then deletes it and follows that to its end. */
export const deleteCommand = (path: string, options: DeleteOptions, terminal: Terminal): Promise<ExitCode> =>
  withInterrupts(async (signal) => {
    const target = await stackTarget(path, options, terminal);
    return target.ok ? reviewAndDelete(target.value, { path, options }, terminal, signal) : terminal.fail(target.error);
  });

export async function reviewAndDelete(target: StackTarget, asked: AskedDeletion, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const { connector, ports, place } = target;
  const { plan: onlyShow, retain, format } = asked.options;
  const done = onlyShow ? undefined : await endEarlier(target, terminal, signal);
  if (done !== undefined) return done;
  const plan = await planDeletion(ports, { ...place, retain, stackSet: connector.account.stackSet }, { signal });
  if (!plan.ok) return terminal.fail(plan.error);
  terminal.print(format === 'json' ? JSON.stringify(plan.value, null, 2) : deletionText(plan.value));
  if (plan.value.obstacle) return exitCode.findings;
  return onlyShow ? exitCode.clean : carryOutDeletion(ports, { ...asked, plan: plan.value }, terminal, signal);
}

/** A deletion that an earlier run began is this one; undefined where there is still something to do. */
async function endEarlier({ ports, place }: StackTarget, terminal: Terminal, signal: AbortSignal): Promise<ExitCode | undefined> {
  const { code, operation } = await followUnfinished(ports, place, terminal, signal);
  if (code === exitCode.impossible || signal.aborted) return code;
  return operation?.kind === 'delete' && operation.end?.result === 'succeeded' ? exitCode.clean : undefined;
}

async function carryOutDeletion(ports: ConnectedPorts, { path, options, plan }: AskedDeletion & { readonly plan: DeletionPlan }, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const confirmation = options.confirm ?? (await askName(plan, terminal, signal));
  if (confirmation === undefined) {
    terminal.say(signal.aborted ? 'Cancelled: nothing was deleted.' : 'Nothing was deleted: add --confirm with the name of the stack, or run this in a terminal.');
    return exitCode.findings;
  }
  const control = { ...followInTerminal(terminal, signal), connectorFile: resolve(path), confirmation };
  const outcome = await seeThrough(ports, { id: plan.id, first: () => deleteStack(ports, plan, control) }, control);
  return outcome.ok ? tellOutcome(outcome.value, resolve(path), terminal) : terminal.fail(outcome.error);
}

async function askName({ target }: DeletionPlan, terminal: Terminal, signal: AbortSignal): Promise<string | undefined> {
  if (!canAsk(terminal)) return undefined;
  const { stack, accountId, region } = target;
  return (await ask(`Delete stack ${stack} in account ${accountId}, region ${region}? Type the stack's name to go on: `, terminal, signal))?.trim();
}
