import { isUnfinished, type StackOperation } from '../core/operation/stack-operation';
import { connect, type ConnectedPorts } from './connect';
import { follow } from './deployments-command';
import { exitCode, type ExitCode } from './exit-code';
import type { Terminal } from './terminal';

export interface Earlier {
  /** How the following ended; `clean` too where there was nothing to follow, or nothing had begun. */
  readonly code: ExitCode;
  /** What was followed, as the journal has it now. */
  readonly operation: StackOperation | null;
}

/** What an earlier run has begun on this stack comes to its end first; then it shows what is left to do. */
export async function followUnfinished(
  ports: ConnectedPorts,
  { accountId, stack }: { readonly accountId: string; readonly stack: string },
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Earlier> {
  const content = await ports.journal.list();
  if (!content.ok) return { code: terminal.fail(content.error), operation: null };
  for (const { message } of content.value.problems) terminal.say(message);
  const open = content.value.operations.find(
    ({ target, ...operation }) => isUnfinished(operation) && target.accountId === accountId && target.region === ports.region && target.stack === stack,
  );
  if (!open) return { code: exitCode.clean, operation: null };
  terminal.say('An earlier operation on this stack has not been seen to end. It is followed first.');
  const { profile } = open.target;
  const code = await follow(open, profile === ports.profile ? ports : await connect(profile, ports.region, terminal), terminal, signal);
  const noted = await ports.journal.read(open.id);
  const operation = noted.ok ? noted.value : null;
  if (signal.aborted) return { code: exitCode.findings, operation };
  return { code: operation?.end?.result === 'notBegun' ? exitCode.clean : code, operation };
}
