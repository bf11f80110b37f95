import { err, type Result } from '../../core/model/result';
import type { DeploymentOutcome, DeploymentPreview } from '../../core/plan/deployment-preview';
import { outcomeSummary } from '../../core/plan/summaries';
import { carryOut } from './carry-out';
import { checkAccount } from '../check-account';
import type { ExecutionControl } from '../control';
import { finishAudiences } from '../finish-audiences';
import { unacknowledged } from '../../core/plan/unacknowledged';
import { operationOf } from './operation-of';
import type { DeploymentPorts } from '../ports';

/**
 * Carries a preview out and follows it to its end. Calling it again with the same preview never deploys twice:
 * it picks the running or finished operation up by its token.
 */
export async function executeDeployment(
  ports: DeploymentPorts,
  preview: DeploymentPreview,
  control: ExecutionControl = {},
): Promise<Result<DeploymentOutcome>> {
  const unread = unacknowledged(preview, control.acknowledged ?? []);
  if (unread) return err(unread);
  const refused = await check(ports, preview, control.signal);
  if (refused) return refused;
  const operation = operationOf(preview, control.connectorFile ?? null);
  if (!operation) return finishAudiences(ports, preview.audiencesToAdd, unchanged(preview));
  return carryOut(ports, operation, control);
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

const unchanged = ({ target, stackStatus }: DeploymentPreview): DeploymentOutcome => {
  const end = { result: 'unchanged' as const, stackStatus: stackStatus ?? '', failure: null };
  return { ...end, summary: outcomeSummary({ ...end, target, kind: 'update' }), outputs: [] };
};
