import { err, ok, type Result } from '../../core/model/result';
import type { DriftReport } from '../../core/model/drift';
import type { Control } from '../control';
import { existingStack, type StackPlace } from '../preview/existing-stack';
import { patiently } from '../patiently';
import type { DeploymentPorts } from '../ports';

/** Has CloudFormation compare a stack with its template, and waits for the answer. Changes nothing. */
export async function checkDrift(ports: DeploymentPorts, place: StackPlace, { signal }: Control = {}): Promise<Result<DriftReport>> {
  const { drift, clock } = ports;
  const found = await existingStack(ports, place, signal);
  if (!found.ok) return found;
  const { id } = found.value.stack;
  const begun = await drift.begin(id, signal);
  if (!begun.ok) return begun;
  for (let pause = 500; ; pause = Math.min(pause * 1.5, 5_000)) {
    if (signal?.aborted) return err({ code: 'cancelled', message: 'The look for drift was cancelled; nothing was changed.' });
    const look = await patiently(() => drift.status(begun.value, signal), { clock, signal });
    if (!look.ok) return look;
    if (look.value.status === 'DETECTION_FAILED')
      return err({ code: 'service', message: `CloudFormation could not compare all of stack ${place.stack}: ${look.value.reason ?? 'it does not say why'}`, action: 'The resources that it names have no drift detection, or the profile may not read them.' });
    if (look.value.status === 'DETECTION_COMPLETE') return report(ports, id, look.value.drift, signal);
    await clock.sleep(pause, signal);
  }
}

const statuses: Readonly<Record<string, DriftReport['status']>> = { IN_SYNC: 'inSync', DRIFTED: 'drifted' };

async function report({ drift, clock }: DeploymentPorts, stackId: string, status: string | null, signal?: AbortSignal): Promise<Result<DriftReport>> {
  const found = await patiently(() => drift.resources(stackId, signal), { clock, signal });
  return found.ok ? ok({ status: statuses[status ?? ''] ?? 'notChecked', resources: found.value.drifted, inSync: found.value.inSync }) : found;
}
