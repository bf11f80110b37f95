import type { Problem } from '../core/model/problem';
import { err, ok, type Result } from '../core/model/result';
import type { DeploymentOutcome, DeploymentPreview, StackEvent } from '../core/plan/deployment-preview';
import { outcomeSummary } from '../core/plan/summaries';
import { checkAccount } from './check-account';
import type { ExecutionControl } from './control';
import { followOperation } from './follow-operation';
import type { DeploymentPorts } from './ports';
import { patiently } from './patiently';
import { tokenOf } from './remove-change-set';

/**
 * Carries a preview out and follows it to its end. Calling it again with the same preview never deploys twice:
 * it picks the running or finished operation up by its token.
 */
export async function executeDeployment(
  ports: DeploymentPorts,
  preview: DeploymentPreview,
  control: ExecutionControl = {},
): Promise<Result<DeploymentOutcome>> {
  const { target, stackId, changeSetId } = preview;
  const refused = await check(ports, preview, control.signal);
  if (refused) return refused;
  if (stackId === null || changeSetId === null) return ok(unchanged(preview));
  const token = tokenOf(changeSetId);
  const started = await start(ports, { stackId, changeSetId, token }, control.signal);
  if (!started.ok) return started;
  const end = await followOperation(ports, { preview, stackId, token, after: started.value }, control);
  if (end.ok || end.error.code === 'notFound') return end;
  return err({ ...end.error, message: `${end.error.message} The deployment to stack ${target.stack} goes on in AWS.` });
}

async function check(ports: DeploymentPorts, { target }: DeploymentPreview, signal?: AbortSignal) {
  if (ports.region !== target.region)
    return err({
      code: 'invalidInput' as const,
      message: `The preview was made for region ${target.region}, not for ${ports.region}.`,
      action: 'Make a new preview.',
    });
  const caller = await checkAccount(ports, target.accountId, signal);
  return caller.ok ? undefined : caller;
}

interface Start {
  readonly stackId: string;
  readonly changeSetId: string;
  readonly token: string;
}

/** Begins the operation, or finds that it has begun. Gives the last event before it. */
async function start(ports: DeploymentPorts, operation: Start, signal?: AbortSignal): Promise<Result<string | null>> {
  const { stackId, changeSetId, token } = operation;
  const before = await patiently(() => ports.stacks.eventsSince(stackId, null, signal), { clock: ports.clock, signal });
  if (!before.ok) return before;
  const begun = lastBefore(before.value, token);
  if (begun !== undefined) return ok(begun);
  if (signal?.aborted) return err({ code: 'cancelled', message: 'Cancelled before anything was changed.' });

  // From here on no signal: an execution that is cut off may have begun.
  const key = { stack: stackId, changeSet: changeSetId };
  const executed = await ports.stacks.executeChangeSet(key, token);
  if (executed.ok) return ok(before.value.at(-1)?.id ?? null);
  if (!['conflict', 'notFound', 'network', 'invalidInput'].includes(executed.error.code)) return executed;
  return (await findBegun(ports, operation)) ?? err(maybeBegun(executed.error));
}

const maybeBegun = (problem: Problem): Problem =>
  problem.code === 'network'
    ? { ...problem, action: 'Look at the stack before you try again: the deployment may have begun all the same.' }
    : problem;

/** After an unclear answer: did our operation begin after all? */
async function findBegun(ports: DeploymentPorts, { stackId, changeSetId, token }: Start) {
  const changeSet = await ports.stacks.readChangeSet({ stack: stackId, changeSet: changeSetId });
  const events = await patiently(() => ports.stacks.eventsSince(stackId, null), ports);
  if (!events.ok) return undefined;
  const begun = lastBefore(events.value, token);
  if (begun !== undefined) return ok(begun);
  const executing = changeSet.ok && /^EXECUTE_(IN_PROGRESS|COMPLETE)$/.test(changeSet.value?.executionStatus ?? '');
  return executing ? ok(events.value.at(-1)?.id ?? null) : undefined;
}

/** The id of the event before the operation's first; null when it has none before; undefined when it has not begun. */
function lastBefore(events: readonly StackEvent[], token: string): string | null | undefined {
  const first = events.findIndex((event) => event.token === token);
  return first < 0 ? undefined : (events[first - 1]?.id ?? null);
}

const unchanged = ({ target, action, stackStatus }: DeploymentPreview): DeploymentOutcome => {
  const end = { result: 'unchanged' as const, stackStatus: stackStatus ?? '', failure: null };
  return { ...end, summary: outcomeSummary({ ...end, target, action }), outputs: [] };
};
