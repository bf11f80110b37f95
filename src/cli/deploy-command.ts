import { canAsk } from './ask';
import { carryOutPreview, type Asked, type DeployOptions } from './carry-out-preview';
import { exitCode, type ExitCode } from './exit-code';
import { followUnfinished } from './follow-unfinished';
import { tellCancelled, withInterrupts } from './interrupts';
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
    const { account, deployment } = connected.value.request.connector;
    const earlier = await followUnfinished(connected.value.ports, { accountId: account.id, stack: deployment.stack }, terminal, signal);
    if (earlier.code !== exitCode.clean) return earlier.code;
    return deploy(connected.value, { path, options }, terminal, signal);
  });
}

async function deploy(connected: ConnectedDeployment, asked: Asked, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const prepared = await previewConnected(connected, terminal, { signal, onCheck: (check) => tellCheck(check, terminal) });
  if (!prepared.ok) return tellCancelled(signal, terminal, 'nothing was deployed') ?? terminal.fail(prepared.error);
  const code = await carryOutPreview(prepared.value, asked, terminal, signal);
  // An import is only the first half: what the template says can be previewed once the stack has what was there.
  if (prepared.value.preview.action !== 'import' || code !== exitCode.clean) return code;
  const rest = await deploy(connected, asked, terminal, signal);
  if (rest !== exitCode.clean) terminal.say('What was imported is in the stack and as it was. Deploy again for all else that the template says.');
  return rest;
}
