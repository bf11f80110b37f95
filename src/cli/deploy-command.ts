import { canAsk } from './ask';
import { carryOutPreview, type DeployOptions } from './carry-out-preview';
import { exitCode, type ExitCode } from './exit-code';
import { followUnfinished } from './follow-unfinished';
import { tellCancelled, withInterrupts } from './interrupts';
import { tellCheck } from './preflight-text';
import { connectDeployment, previewConnected } from './prepare-deployment';
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
    const prepared = await previewConnected(connected.value, terminal, { signal, onCheck: (check) => tellCheck(check, terminal) });
    if (!prepared.ok) return tellCancelled(signal, terminal, 'nothing was deployed') ?? terminal.fail(prepared.error);
    return carryOutPreview(prepared.value, { path, options }, terminal, signal);
  });
}
