import { err, ok, type Result } from '../core/model/result';
import type { DeploymentOutcome, DeploymentPreview } from '../core/plan/deployment-preview';
import { outcomeSummary } from '../core/plan/summaries';
import { addAudiences } from './add-audiences';
import { carryOut } from './carry-out';
import { checkAccount } from './check-account';
import type { ExecutionControl } from './control';
import { unacknowledged } from '../core/plan/unacknowledged';
import { operationOf } from './operation-of';
import type { DeploymentPorts } from './ports';

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
  if (!operation) return withAudiences(ports, preview, unchanged(preview));
  const end = await carryOut(ports, operation, control);
  return end.ok ? withAudiences(ports, preview, end.value) : end;
}

/** Providers are touched last: whatever fails before leaves them as they were. */
async function withAudiences(ports: DeploymentPorts, preview: DeploymentPreview, outcome: DeploymentOutcome): Promise<Result<DeploymentOutcome>> {
  const done = outcome.result === 'succeeded' || outcome.result === 'unchanged';
  if (!done || preview.audiencesToAdd.length === 0) return ok(outcome);
  const added = await addAudiences(ports, preview.audiencesToAdd);
  if (!added.ok)
    return err({
      ...added.error,
      message: `${outcome.summary} But the audiences that its roles trust could not be added to the identity provider: ${added.error.message}`,
      action: `${added.error.action ?? ''} Deploy again to add them; the stack stays as it is.`.trim(),
    });
  const urls = preview.audiencesToAdd.map(({ url }) => url).join(', ');
  return ok({ ...outcome, summary: `${outcome.summary} The audiences that were missing are added to ${urls}.` });
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
