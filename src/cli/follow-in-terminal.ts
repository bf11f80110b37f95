import type { Patience } from '../app/operation/see-through';
import type { Problem } from '../core/model/problem';
import type { DeploymentOutcome, DeploymentProgress } from '../core/plan/deployment-preview';
import { explanationText } from '../core/report/explanation-text';
import { eventLine } from '../core/report/operation-report';
import { durationWords } from '../core/operation/operation-words';
import { exitCode, type ExitCode } from './exit-code';
import { placeInTemplate } from './place-in-template';
import type { Terminal } from './terminal';

/** Tells of an operation as it goes: each event once, and how far it is. Ctrl+C stops the telling and nothing else. */
export function followInTerminal(terminal: Terminal, signal: AbortSignal): Patience {
  const told = new Set<string>();
  const report = ({ events, done, total, elapsedMs }: DeploymentProgress) => {
    const fresh = events.filter(({ id }) => !told.has(id));
    for (const event of fresh) {
      told.add(event.id);
      terminal.say(eventLine(event));
    }
    if (fresh.length > 0 && total > 0) terminal.say(`          ${done} of ${total} resources, ${durationWords(elapsedMs)}`);
  };
  return {
    signal,
    report,
    // Who stops watching has not asked for the work to be undone.
    onCancel: 'leave',
    onOutage: ({ message }: Problem, pause) =>
      terminal.say(`${message} Trying again in ${durationWords(pause)}; AWS goes on meanwhile. Ctrl+C stops waiting.`),
  };
}

/** The first cause of a failure is told with its place in the template that the connector names. */
export async function tellOutcome({ result, stackStatus, summary, outputs, failure }: DeploymentOutcome, connectorFile: string | null, terminal: Terminal): Promise<ExitCode> {
  terminal.say(failure ? summary.replace(`: ${failure.logicalId}: ${failure.reason}`, ` (${stackStatus})`) : summary);
  if (result === 'cancelled' && stackStatus.endsWith('_IN_PROGRESS')) terminal.say('Follow it again with: defender-connectors deployments follow');
  // CloudFormation takes back nothing else, and an update only so long.
  if (result === 'cancelled' && stackStatus === 'UPDATE_IN_PROGRESS') terminal.say('As long as it is that, take it back with: defender-connectors deployments cancel');
  if (failure) {
    const place = await placeInTemplate(connectorFile, failure.logicalId);
    terminal.say(`First cause: ${failure.logicalId} (${failure.type})${place === null ? '' : ` at ${place}`}: ${failure.reason}`);
    if (failure.explanation.id !== null) terminal.say(explanationText(failure.explanation, { withText: false }));
  }
  for (const { key, value } of outputs) terminal.print(`${key} = ${value}`);
  return result === 'succeeded' || result === 'unchanged' ? exitCode.clean : exitCode.findings;
}
