import type { Problem } from '../../core/model/problem';
import { isUnfinished, type StackOperation } from '../../core/operation/stack-operation';
import type { Result } from '../../core/model/result';
import type { DeploymentOutcome } from '../../core/plan/deployment-preview';
import type { ExecutionControl } from '../control';
import { pickUpOperation } from './pick-up-operation';
import type { DeploymentPorts } from '../ports';

export interface Patience extends ExecutionControl {
  /** AWS cannot be reached; it is looked for again after so many milliseconds. */
  readonly onOutage?: (problem: Problem, pause: number) => void;
}

/**
 * Does `first`, which begins or picks up the operation with this id, and goes on following through any time without
 * a network, until the operation has ended or the signal fires.
 */
export async function seeThrough(
  ports: DeploymentPorts,
  { id, first }: { readonly id: string; readonly first: () => Promise<Result<DeploymentOutcome>> },
  control: Patience,
): Promise<Result<DeploymentOutcome>> {
  let result = await first();
  for (let pause = 5_000; !result.ok && isPassing(result.error); pause = Math.min(pause * 2, 60_000)) {
    const noted = await unended(ports, id);
    if (!noted || control.signal?.aborted) return result;
    control.onOutage?.(result.error, pause);
    await ports.clock.sleep(pause, control.signal);
    if (control.signal?.aborted) return result;
    result = await pickUpOperation(ports, noted, control);
  }
  return result;
}

async function unended({ journal }: DeploymentPorts, id: string): Promise<StackOperation | undefined> {
  const read = await journal?.read(id);
  return read?.ok && read.value && isUnfinished(read.value) ? read.value : undefined;
}

const isPassing = ({ code }: Problem) => code === 'network' || code === 'throttled';
