import { resolve } from 'node:path';
import type { ExecutionControl } from '../app/control';
import { discardPreview } from '../app/discard-preview';
import { executeDeployment } from '../app/execute-deployment';
import { operationOf } from '../app/operation-of';
import { seeThrough } from '../app/see-through';
import type { DeploymentPreview } from '../core/plan/deployment-preview';
import { unacknowledged } from '../core/plan/unacknowledged';
import { ask, canAsk } from './ask';
import { exitCode, type ExitCode } from './exit-code';
import { follow } from './deployments-command';
import { followInTerminal, tellOutcome } from './follow-in-terminal';
import { withInterrupts } from './interrupts';
import { tellCheck } from './preflight-text';
import { connectDeployment, previewConnected, type ConnectedDeployment, type DeploymentOptions, type PreparedDeployment } from './prepare-deployment';
import { previewText } from './preview-text';
import type { Terminal } from './terminal';

export interface DeployOptions extends DeploymentOptions {
  readonly yes?: true;
  /** Ids of escalations, each given by itself. */
  readonly acknowledge: readonly string[];
}

/** Shows the plan, asks, then creates or updates the stack and follows it to its end. */
export async function deployCommand(path: string, options: DeployOptions, terminal: Terminal): Promise<ExitCode> {
  if (!options.yes && !canAsk(terminal)) {
    terminal.say('Nothing was deployed: there is no terminal to ask in. Look at it with plan, then add --yes.');
    return exitCode.findings;
  }
  return withInterrupts(async (signal) => {
    const connected = await connectDeployment(path, options, terminal);
    if (!connected.ok) return terminal.fail(connected.error);
    const unfinished = await followUnfinished(connected.value, terminal, signal);
    if (unfinished !== exitCode.clean) return unfinished;
    const prepared = await previewConnected(connected.value, terminal, { signal, onCheck: (check) => tellCheck(check, terminal) });
    if (!prepared.ok) return tellCancelled(signal, terminal) ?? terminal.fail(prepared.error);
    terminal.print(previewText(prepared.value.preview, terminal.paint));
    const acknowledged = await acknowledge(prepared.value.preview, options, terminal, signal);
    if (!acknowledged) return leave(prepared.value, terminal);
    const agreed = options.yes === true || (await confirm(prepared.value, terminal, signal));
    return agreed ? execute(prepared.value, { connectorFile: resolve(path), acknowledged }, terminal, signal) : leave(prepared.value, terminal);
  });
}

/** What an earlier run has begun on this stack comes to its end first; then it shows what is left to do. */
async function followUnfinished({ ports, made }: ConnectedDeployment, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const content = await ports.journal.list();
  if (!content.ok) return terminal.fail(content.error);
  for (const { message } of content.value.problems) terminal.say(message);
  const { account, deployment } = made.connector;
  const open = content.value.operations.find(
    ({ end, target }) => !end && target.accountId === account.id && target.region === ports.region && target.stack === deployment.stack,
  );
  if (!open) return exitCode.clean;
  terminal.say('An earlier deployment of this stack has not been seen to end. It is followed first.');
  const code = await follow(open, terminal, signal);
  if (signal.aborted) return exitCode.findings;
  const noted = await ports.journal.read(open.id);
  return noted.ok && noted.value?.end?.result === 'notBegun' ? exitCode.clean : code;
}

/** In front of a terminal silence after Ctrl+C would leave the reader guessing. */
function tellCancelled(signal: AbortSignal, terminal: Terminal): ExitCode | undefined {
  if (!signal.aborted) return undefined;
  terminal.say('Cancelled: nothing was deployed.');
  return exitCode.findings;
}

/** Roles and permissions change hands here: the name of the stack is typed, not a letter. */
async function confirm({ preview }: PreparedDeployment, terminal: Terminal, signal: AbortSignal): Promise<boolean> {
  if (preview.action === 'none' && preview.audiencesToAdd.length === 0) return true;
  const { accountId, region, stack } = preview.target;
  const question = `Deploy to account ${accountId}, region ${region}? Type the stack's name (${stack}) to go on: `;
  return (await ask(question, terminal, signal))?.trim() === stack;
}

/** One question for each thing that gives more power than before; undefined when one is not answered with yes. */
async function acknowledge(
  { escalations }: DeploymentPreview,
  options: DeployOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<readonly string[] | undefined> {
  const open = escalations.filter(({ id }) => !options.acknowledge.includes(id));
  if (options.yes || !canAsk(terminal)) {
    const refused = unacknowledged({ escalations }, options.acknowledge);
    if (refused) terminal.fail(refused);
    return refused ? undefined : options.acknowledge;
  }
  for (const { message } of open) {
    const answer = await ask(`${message} Acknowledge? [y/N] `, terminal, signal);
    if (!/^y(es)?$/i.test(answer?.trim() ?? '')) return undefined;
  }
  return escalations.map(({ id }) => id);
}

async function leave({ ports, preview }: PreparedDeployment, terminal: Terminal): Promise<ExitCode> {
  const discarded = await discardPreview(ports, preview);
  if (!discarded.ok) return terminal.fail(discarded.error);
  terminal.say('Nothing was deployed.');
  return exitCode.findings;
}

type Granted = Pick<ExecutionControl, 'connectorFile' | 'acknowledged'>;

async function execute({ ports, preview }: PreparedDeployment, granted: Granted, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const control = { ...followInTerminal(terminal, signal), ...granted };
  const first = () => executeDeployment(ports, preview, control);
  const outcome = await seeThrough(ports, { id: operationOf(preview, null)?.id ?? '', first }, control);
  // Cancelled before AWS began: the change set that was never executed goes too.
  if (!outcome.ok && outcome.error.code === 'cancelled') return leave({ ports, preview }, terminal);
  return outcome.ok ? tellOutcome(outcome.value, terminal) : terminal.fail(outcome.error);
}
