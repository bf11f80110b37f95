import type { Problem } from '../../core/model/problem';
import { err, ok, type Result } from '../../core/model/result';
import type { StackOperation } from '../../core/operation/stack-operation';
import type { DeploymentOutcome } from '../../core/plan/deployment-preview';
import type { ExecutionControl } from '../control';
import { begunAmong, findBegun } from './find-begun';
import { followOperation } from './follow-operation';
import { finishNoted } from '../finish-audiences';
import { endOperation, notBegun } from './end-operation';
import { beginning, type PlannedOperation } from './operation-of';
import { patiently } from '../patiently';
import type { DeploymentPorts } from '../ports';
import { whileHeld } from './while-held';

/**
 * Carries an operation out and follows it to its end. It stands in the journal before AWS hears of it.
 * Doing the same again never does it twice: by its token it is found running, or ended.
 */
export const carryOut = (
  ports: DeploymentPorts,
  planned: PlannedOperation,
  control: ExecutionControl = {},
): Promise<Result<DeploymentOutcome>> =>
  whileHeld(ports, planned.id, control, async (held) => {
    const started = await start(ports, planned, held.signal);
    if (!started.ok) return started;
    const end = await followOperation(ports, started.value, held);
    if (end.ok) return finishNoted(ports, planned, end.value);
    if (end.error.code === 'notFound') return end;
    // Who gives no MFA code any more has not cancelled what runs.
    const code = end.error.code === 'cancelled' ? 'credentials' : end.error.code;
    return err({ ...end.error, code, message: `${end.error.message} ${goesOn(planned)}` });
  });

const goesOn = ({ kind, target }: PlannedOperation) =>
  `The ${kind === 'delete' ? 'deletion of' : kind === 'import' ? 'import into' : 'deployment to'} stack ${target.stack} goes on in AWS.`;

/** Sends the operation, or finds that it has begun. */
async function start(ports: DeploymentPorts, planned: PlannedOperation, signal?: AbortSignal): Promise<Result<StackOperation>> {
  const { stacks, clock } = ports;
  const before = await patiently(() => stacks.eventsSince(planned.stackId, null, signal), { clock, signal });
  if (!before.ok) return before;
  const begun = begunAmong(before.value, planned.token);
  if (begun) return keep(ports, beginning(planned, begun.after, ports));
  if (signal?.aborted) return err({ code: 'cancelled', message: 'Cancelled before anything was changed.' });

  // From here on no signal: a request that is cut off may have begun.
  const kept = await keepAll(ports, beginning(planned, before.value.at(-1)?.id ?? null, ports));
  if (!kept.ok) return kept;
  const sent = await send(ports, kept.value);
  return sent.ok ? kept : afterRefusal(ports, kept.value, sent.error);
}

/** A refusal can be the echo of our own request, whose first answer was lost. */
async function afterRefusal(ports: DeploymentPorts, operation: StackOperation, refusal: Problem): Promise<Result<StackOperation>> {
  const found = unclear.has(refusal.code) ? await findBegun(ports, operation) : undefined;
  if (found?.ok && found.value) return keep(ports, { ...operation, after: found.value.after });
  if (refusal.code === 'network') return err(maybeBegun(refusal));
  await endOperation(ports, operation, { outcome: notBegun(operation, refusal.message), events: [] });
  return err(refusal);
}

const unclear: ReadonlySet<Problem['code']> = new Set(['conflict', 'notFound', 'network', 'invalidInput']);

/** The one request that changes something. */
function send({ stacks }: DeploymentPorts, { kind, stackId, changeSetId, token, leftAlone = [] }: StackOperation): Promise<Result<void>> {
  if (kind === 'continueRollback') return stacks.continueRollback(stackId, token, leftAlone);
  return changeSetId === null ? stacks.delete(stackId, token, leftAlone) : stacks.executeChangeSet({ stack: stackId, changeSet: changeSetId }, token);
}

async function keep({ journal }: DeploymentPorts, operation: StackOperation): Promise<Result<StackOperation>> {
  const written = await journal?.write(operation);
  return written && !written.ok ? err(unkept(written.error)) : ok(operation);
}

/** With what a later roll back goes back to. */
async function keepAll(ports: DeploymentPorts, operation: StackOperation): Promise<Result<StackOperation>> {
  const { journal, stacks, clock } = ports;
  if (journal && operation.kind !== 'create' && operation.kind !== 'import') {
    const stack = await patiently(() => stacks.read(operation.stackId), { clock });
    if (!stack.ok) return stack;
    const template = await patiently(() => stacks.template(operation.stackId), { clock });
    if (!template.ok) return template;
    const parameters = stack.value?.parameters.filter(({ value }) => !isHidden(value)) ?? [];
    const previous = await journal.keepPrevious(operation.id, { template: template.value, parameters });
    if (!previous.ok) return err(unkept(previous.error));
  }
  return keep(ports, operation);
}

/** CloudFormation shows the value of a NoEcho parameter as asterisks. */
const isHidden = (value: string) => /^\*+$/.test(value);

const unkept = (problem: Problem): Problem => ({
  ...problem,
  message: `Nothing was changed: the operation could not be noted in the journal. ${problem.message}`,
});

const maybeBegun = (problem: Problem): Problem => ({
  ...problem,
  action: 'Look at the stack before you try again: the deployment may have begun all the same.',
});
