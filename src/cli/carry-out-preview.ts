import { resolve } from 'node:path';
import type { ExecutionControl } from '../app/control';
import { discardPreview } from '../app/preview/discard-preview';
import { executeDeployment } from '../app/operation/execute-deployment';
import { operationOf } from '../app/operation/operation-of';
import { seeThrough } from '../app/operation/see-through';
import type { DeploymentPreview } from '../core/plan/deployment-preview';
import { unacknowledged } from '../core/plan/unacknowledged';
import { ask, canAsk } from './ask';
import { exitCode, type ExitCode } from './exit-code';
import { followInTerminal, tellOutcome } from './follow-in-terminal';
import type { DeploymentOptions, PreparedDeployment } from './prepare-deployment';
import { previewText } from './preview-text';
import type { Terminal } from './terminal';

export interface DeployOptions extends DeploymentOptions {
  readonly yes?: true;
  /** Ids of escalations, each given by itself. */
  readonly acknowledge: readonly string[];
}

export interface Asked {
  /** The connector file. */
  readonly path: string;
  readonly options: DeployOptions;
}

/** Shows a preview, asks for what has to be acknowledged and for a yes, then carries it out and follows it to its end. */
export async function carryOutPreview(prepared: PreparedDeployment, { path, options }: Asked, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  terminal.print(previewText(prepared.preview, terminal.paint));
  const acknowledged = await acknowledge(prepared.preview, options, terminal, signal);
  if (!acknowledged) return leave(prepared, terminal);
  const agreed = options.yes === true || (await confirm(prepared, terminal, signal));
  return agreed ? execute(prepared, { connectorFile: resolve(path), acknowledged }, terminal, signal) : leave(prepared, terminal);
}

/** Roles and permissions change hands here: the name of the stack is typed, not a letter. */
async function confirm({ preview }: PreparedDeployment, terminal: Terminal, signal: AbortSignal): Promise<boolean> {
  if (preview.action === 'none' && preview.audiencesToAdd.length === 0) return true;
  const { accountId, region, stack } = preview.target;
  const question = `${preview.action === 'import' ? 'Import in' : preview.rollsBack ? 'Roll back in' : 'Deploy to'} account ${accountId}, region ${region}? Type the stack's name (${stack}) to go on: `;
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
  return outcome.ok ? tellOutcome(outcome.value, granted.connectorFile ?? null, terminal) : terminal.fail(outcome.error);
}
