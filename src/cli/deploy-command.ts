import { discardPreview } from '../app/discard-preview';
import { executeDeployment } from '../app/execute-deployment';
import type { DeploymentOutcome, DeploymentProgress, StackEvent } from '../core/plan/deployment-preview';
import { ask, canAsk } from './ask';
import { explanationText } from '../core/report/explanation-text';
import { exitCode, type ExitCode } from './exit-code';
import { withInterrupts } from './interrupts';
import { tellCheck } from './preflight-text';
import { prepareDeployment, type DeploymentOptions, type PreparedDeployment } from './prepare-deployment';
import { previewText } from './preview-text';
import type { Terminal } from './terminal';

export interface DeployOptions extends DeploymentOptions {
  readonly yes?: true;
}

/** Shows the plan, asks, then creates or updates the stack and follows it to its end. */
export async function deployCommand(path: string, options: DeployOptions, terminal: Terminal): Promise<ExitCode> {
  if (!options.yes && !canAsk(terminal)) {
    terminal.say('Nothing was deployed: there is no terminal to ask in. Look at it with plan, then add --yes.');
    return exitCode.findings;
  }
  return withInterrupts(async (signal) => {
    const prepared = await prepareDeployment(path, options, terminal, {
      signal,
      onCheck: (check) => tellCheck(check, terminal),
    });
    if (!prepared.ok) return tellCancelled(signal, terminal) ?? terminal.fail(prepared.error);
    terminal.print(previewText(prepared.value.preview, terminal.paint));
    const agreed = options.yes === true || (await confirm(prepared.value, terminal, signal));
    return agreed ? execute(prepared.value, terminal, signal) : leave(prepared.value, terminal);
  });
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

async function leave({ ports, preview }: PreparedDeployment, terminal: Terminal): Promise<ExitCode> {
  const discarded = await discardPreview(ports, preview);
  if (!discarded.ok) return terminal.fail(discarded.error);
  terminal.say('Nothing was deployed.');
  return exitCode.findings;
}

async function execute({ ports, preview }: PreparedDeployment, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const outcome = await executeDeployment(ports, preview, {
    signal,
    report: ({ events }: DeploymentProgress) => events.forEach((event) => terminal.say(eventLine(event))),
    // Who stops watching has not asked for the work to be undone.
    onCancel: 'leave',
  });
  // Cancelled before AWS began: the change set that was never executed goes too.
  if (!outcome.ok && outcome.error.code === 'cancelled') return leave({ ports, preview }, terminal);
  if (!outcome.ok) return terminal.fail(outcome.error);
  return tellOutcome(outcome.value, terminal);
}

const eventLine = ({ at, logicalId, type, status, reason }: StackEvent) =>
  [at.slice(11, 19), status.padEnd(20), logicalId, type, reason ?? ''].filter(Boolean).join('  ');

function tellOutcome({ result, summary, outputs, failure }: DeploymentOutcome, terminal: Terminal): ExitCode {
  terminal.say(summary);
  if (failure) {
    terminal.say(`First cause: ${failure.logicalId} (${failure.type}): ${failure.reason}`);
    if (failure.explanation.id !== null) terminal.say(explanationText(failure.explanation));
  }
  for (const { key, value } of outputs) terminal.print(`${key} = ${value}`);
  return result === 'succeeded' || result === 'unchanged' ? exitCode.clean : exitCode.findings;
}
