import { pickUpOperation } from '../app/operation/pick-up-operation';
import { seeThrough, type Patience } from '../app/operation/see-through';
import { isCancellable, operationTitle } from '../core/operation/operation-words';
import type { StackOperation } from '../core/operation/stack-operation';
import { ask, canAsk } from './ask';
import { connect } from './connect';
import { findDeployment, readJournal } from './deployments-command';
import { exitCode, type ExitCode } from './exit-code';
import { followInTerminal, tellOutcome } from './follow-in-terminal';
import type { Terminal } from './terminal';

/** Has CloudFormation take back an update that runs, and follows that to its end. Asks first. Without an id it is the only one that runs. */
export async function cancelDeployment(id: string | undefined, { yes }: { readonly yes?: true }, terminal: Terminal): Promise<ExitCode> {
  const operation = id === undefined ? await theRunning(terminal) : await findDeployment(id, terminal);
  if (typeof operation === 'number') return operation;
  const why = whyNot(operation);
  if (why !== undefined) return terminal.fail({ code: 'invalidInput', message: `${operationTitle(operation)} ${why}` });
  if (!yes && !(await agrees(operation, terminal))) {
    terminal.say('Nothing was cancelled.');
    return exitCode.findings;
  }
  return takeBack(operation, terminal);
}

async function theRunning(terminal: Terminal): Promise<StackOperation | ExitCode> {
  const operations = await readJournal(terminal);
  if (typeof operations === 'number') return operations;
  const running = operations.filter(({ end, kind }) => !end && isCancellable(kind));
  const [only] = running;
  if (only && running.length === 1) return only;
  if (!only) {
    terminal.say('No update that was begun from here runs.');
    return exitCode.clean;
  }
  return terminal.fail({ code: 'invalidInput', message: `${running.length} updates run.`, action: `Name one: ${running.map((each) => each.id).join(', ')}.` });
}

function whyNot({ end, kind }: StackOperation): string | undefined {
  if (end) return 'has ended: there is nothing to cancel.';
  if (isCancellable(kind)) return undefined;
  return kind === 'create' ? 'cannot be cancelled: delete the stack when it has ended.' : 'cannot be cancelled: CloudFormation takes back nothing but updates.';
}

async function agrees({ target: { stack, accountId, region } }: StackOperation, terminal: Terminal): Promise<boolean> {
  if (!canAsk(terminal)) {
    terminal.say('There is no terminal to ask in: add --yes.');
    return false;
  }
  terminal.say('CloudFormation takes the stack back to what it was before. It does so only while the stack is UPDATE_IN_PROGRESS; later, the update ends as it would have.');
  return (await ask(`Cancel the update in account ${accountId}, region ${region}? Type the stack's name (${stack}) to go on: `, terminal))?.trim() === stack;
}

async function takeBack(operation: StackOperation, terminal: Terminal): Promise<ExitCode> {
  const ports = await connect(operation.target.profile, operation.target.region, terminal);
  const seen = new AbortController();
  const following = followInTerminal(terminal, seen.signal);
  const control: Patience = {
    ...following,
    onCancel: 'rollBack',
    // Once it is seen to run, and not before: what the signal cuts off is also the looking.
    report(progress) {
      following.report?.(progress);
      seen.abort();
    },
  };
  const outcome = await seeThrough(ports, { id: operation.id, first: () => pickUpOperation(ports, operation, control) }, control);
  if (!outcome.ok) return terminal.fail(outcome.error);
  const code = await tellOutcome(outcome.value, operation.connectorFile, terminal);
  return outcome.value.result === 'cancelled' ? exitCode.clean : code;
}
