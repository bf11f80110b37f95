import { err, type Result } from '../../core/model/result';
import type { ExecutionControl } from '../control';
import type { DeploymentPorts } from '../ports';

/** Does something as the only follower of an operation. Who loses the right to follow stops; the work goes on elsewhere. */
export async function whileHeld<T>(
  { journal }: Pick<DeploymentPorts, 'journal'>,
  id: string,
  control: ExecutionControl,
  work: (control: ExecutionControl) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!journal) return work(control);
  const lease = await journal.claim(id);
  if (!lease.ok) return lease;
  if (!lease.value) return err(followedElsewhere);
  const { lost, release } = lease.value;
  try {
    const result = await work({ ...control, lost });
    return lost.aborted && !result.ok ? err(followedElsewhere) : result;
  } finally {
    await release();
  }
}

const followedElsewhere = {
  code: 'conflict',
  message: 'Another window or program follows this operation already.',
  action: 'Look there; or close it, wait a quarter of a minute, and follow it here.',
} as const;
