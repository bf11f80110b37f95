import { canAsk } from './ask';
import { carryOutPreview, type DeployOptions } from './carry-out-preview';
import { follow } from './deployments-command';
import { exitCode, type ExitCode } from './exit-code';
import { withInterrupts } from './interrupts';
import { tellCheck } from './preflight-text';
import { connectDeployment, previewConnected, type ConnectedDeployment } from './prepare-deployment';
import type { Terminal } from './terminal';

/** Shows the plan, asks, then creates or updates the stack and follows it to its end. */
export async function deployCommand(path: string, options: DeployOptions, terminal: Terminal): Promise<ExitCode> {
  if (!options.yes && !canAsk(terminal)) {
    terminal.say('Nothing was deployed: there is no terminal to ask in. Look at it with plan, then add --yes.');
    return exitCode.findings;
  }
  return withInterrupts(async (signal) => {
    const connected = await connectDeployment(path, options, terminal, signal);
    if (!connected.ok) return terminal.fail(connected.error);
    const unfinished = await followUnfinished(connected.value, terminal, signal);
    if (unfinished !== exitCode.clean) return unfinished;
    const prepared = await previewConnected(connected.value, terminal, { signal, onCheck: (check) => tellCheck(check, terminal) });
    if (!prepared.ok) return tellCancelled(signal, terminal) ?? terminal.fail(prepared.error);
    return carryOutPreview(prepared.value, { path, options }, terminal, signal);
  });
}

/** What an earlier run has begun on this stack comes to its end first; then it shows what is left to do. */
async function followUnfinished({ ports, request }: ConnectedDeployment, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const content = await ports.journal.list();
  if (!content.ok) return terminal.fail(content.error);
  for (const { message } of content.value.problems) terminal.say(message);
  const { account, deployment } = request.connector;
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
