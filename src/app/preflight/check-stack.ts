import type { Result } from '../../core/model/result';
import type { Deployed } from '../preview/read-deployed';
import { readDeployed } from '../preview/read-deployed';
import type { Look } from './look';

/** Whether the stack takes a deployment in its present state. */
export async function checkStack({ ports, list, signal }: Look, name: string): Promise<Result<Deployed>> {
  const check = { id: 'stack', title: 'Stack' };
  const deployed = await readDeployed(ports, name, signal);
  if (!deployed.ok) return list.failed(check, deployed.error);
  const { status, terminationProtection } = deployed.value;
  if (status === null) list.passed({ ...check, evidence: `There is no stack ${name} in ${ports.region} yet: it will be created.` });
  else if (status === 'REVIEW_IN_PROGRESS') await reviewed({ ports, list, signal }, name);
  else list.passed({ ...check, evidence: `Stack ${name} is ${status} and can be updated.${protection(terminationProtection)}` });
  return deployed;
}

const protection = (on: boolean) => (on ? ' Termination protection is on: it cannot be deleted before that is switched off.' : '');

/** A stack that is nothing yet but a place for change sets; somebody else may be reviewing one. */
async function reviewed({ ports, list, signal }: Look, name: string): Promise<void> {
  const check = { id: 'stack', title: 'Stack' };
  const waiting = await ports.stacks.listChangeSets(name, signal);
  if (!waiting.ok) return list.unknown(check, waiting.error);
  const evidence = `Stack ${name} is REVIEW_IN_PROGRESS: it has no resources and ${countOf(waiting.value.length)}.`;
  if (waiting.value.length === 0) return list.passed({ ...check, evidence });
  list.warn({
    ...check,
    evidence,
    fix: `Carrying one out deletes the others. If nobody is reviewing ${waiting.value.map(({ name: each }) => each).join(', ')}, go on.`,
  });
}

const countOf = (count: number) => (count === 1 ? 'one change set that was not carried out' : `${count} change sets that were not carried out`);
