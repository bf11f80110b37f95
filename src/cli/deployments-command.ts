import { pickUpOperation } from '../app/operation/pick-up-operation';
import { seeThrough } from '../app/operation/see-through';
import { operationTitle, stateOf, stateWords } from '../core/operation/operation-words';
import { isUnfinished, type StackOperation } from '../core/operation/stack-operation';
import { operationJson, operationMarkdown, operationText } from '../core/report/operation-report';
import { connect, journal, type ConnectedPorts } from './connect';
import { exitCode, type ExitCode } from './exit-code';
import { followInTerminal, tellOutcome } from './follow-in-terminal';
import { withInterrupts } from './interrupts';
import type { Terminal } from './terminal';

export interface ShowOptions {
  readonly format: 'text' | 'json' | 'markdown';
}

/** What was deployed from this computer by the command line, newest first. */
export async function listDeployments(options: { readonly format: 'text' | 'json' }, terminal: Terminal): Promise<ExitCode> {
  const operations = await readJournal(terminal);
  if (typeof operations === 'number') return operations;
  if (options.format === 'json') terminal.print(JSON.stringify(operations, undefined, 2));
  else if (operations.length === 0) terminal.say('Nothing was deployed from here yet.');
  else operations.forEach((operation) => terminal.print(line(operation)));
  return exitCode.clean;
}

const line = (operation: StackOperation) =>
  [
    operation.begunAt.slice(0, 16).replace('T', ' '),
    stateWords[stateOf(operation)].padEnd(10),
    operationTitle(operation),
    `${operation.target.accountId} ${operation.target.region}`,
    operation.id,
  ].join('  ');

export async function showDeployment(id: string, { format }: ShowOptions, terminal: Terminal): Promise<ExitCode> {
  const operation = await findDeployment(id, terminal);
  if (typeof operation === 'number') return operation;
  const events = await journal(terminal).events(operation.id);
  if (!events.ok) return terminal.fail(events.error);
  terminal.print({ text: operationText, json: operationJson, markdown: operationMarkdown }[format](operation, events.value));
  return exitCode.clean;
}

/** Follows an operation to its end; without an id, every one that has not ended. */
export async function followDeployments(id: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const found = id === undefined ? await readJournal(terminal) : await findDeployment(id, terminal);
  if (typeof found === 'number') return found;
  const open = 'id' in found ? [found] : found.filter(isUnfinished);
  if (open.length === 0) terminal.say('Every deployment that was begun from here has ended.');
  return withInterrupts(async (signal) => {
    let worst: ExitCode = exitCode.clean;
    for (const operation of open) {
      const ports = await connect(operation.target.profile, operation.target.region, terminal);
      const code = await follow(operation, ports, terminal, signal);
      if (code > worst) worst = code;
    }
    return worst;
  });
}

/** `ports` are of the profile and the region in which it was begun. */
export async function follow(operation: StackOperation, ports: ConnectedPorts, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const { target, begunAt } = operation;
  terminal.say(`${operationTitle(operation)} in account ${target.accountId} (${target.region}), begun ${begunAt}.`);
  const control = followInTerminal(terminal, signal);
  const outcome = await seeThrough(ports, { id: operation.id, first: () => pickUpOperation(ports, operation, control) }, control);
  return outcome.ok ? tellOutcome(outcome.value, operation.connectorFile, terminal) : terminal.fail(outcome.error);
}

export async function readJournal(terminal: Terminal): Promise<readonly StackOperation[] | ExitCode> {
  const content = await journal(terminal).list();
  if (!content.ok) return terminal.fail(content.error);
  for (const { message } of content.value.problems) terminal.say(message);
  return content.value.operations;
}

/** By its id, or by the beginning of it that is no other's. */
export async function findDeployment(id: string, terminal: Terminal): Promise<StackOperation | ExitCode> {
  const operations = await readJournal(terminal);
  if (typeof operations === 'number') return operations;
  const matching = operations.filter((operation) => operation.id.startsWith(id) || operation.id.startsWith(`defender-connectors-${id}`));
  const [only] = matching;
  if (only && matching.length === 1) return only;
  const message = matching.length === 0 ? `The journal has no deployment ${id}.` : `${matching.length} deployments begin with ${id}.`;
  return terminal.fail({ code: 'invalidInput', message, action: 'Run "defender-connectors deployments list" to see them.' });
}
