import { adviseUpdate } from '../../app/care/advise-update';
import { checkDrift } from '../../app/care/check-drift';
import { continueRollback as continueIt, readStuckRollback } from '../../app/care/continue-rollback';
import type { Control } from '../../app/control';
import { deleteStack as deleteIt } from '../../app/care/delete-stack';
import type { StackPlace } from '../../app/preview/existing-stack';
import type { JournalPort } from '../../app/operation/journal';
import { planDeletion } from '../../app/care/plan-deletion';
import type { PreflightControl } from '../../app/preflight/preflight';
import { earlierStack, previewRollBack } from '../../app/preview/preview-roll-back';
import { seeThrough } from '../../app/operation/see-through';
import type { Result } from '../../core/model/result';
import type { DriftReport } from '../../core/model/drift';
import type { DeletionPlan } from '../../core/plan/deletion-plan';
import type { DeploymentOutcome, DeploymentPreview } from '../../core/plan/deployment-preview';
import type { StuckRollback } from '../../core/plan/stuck-rollback';
import type { UpdateAdvice } from '../../core/plan/update-advice';
import { connect, followed, type Credentials, type Following } from './connection';
import type { ConnectorSource } from './connector-source';
import { toPreviewRequest } from './to-preview-request';

export { deletionText } from '../../core/report/deletion-text';
export { driftText } from '../../core/report/drift-text';

/** What looks after a stack that is there. Part of the deployment chunk. */
export type RegionalStack = StackPlace & { readonly region: string };

const portsFor = (place: RegionalStack, credentials: Credentials) => connect(credentials, place.region).ports;

export const drift = (place: RegionalStack, credentials: Credentials, control: Control): Promise<Result<DriftReport>> =>
  checkDrift(portsFor(place, credentials), place, control);

export const reviewDeletion = (place: RegionalStack, credentials: Credentials, control: Control): Promise<Result<DeletionPlan>> =>
  planDeletion(portsFor(place, credentials), place, control);

export const stuckRollback = (place: RegionalStack, credentials: Credentials, control: Control): Promise<Result<StuckRollback>> =>
  readStuckRollback(portsFor(place, credentials), place, control);

export function deleteStack(plan: DeletionPlan, confirmation: string, credentials: Credentials, following: Following): Promise<Result<DeploymentOutcome>> {
  const ports = followed(connect({ ...credentials, region: plan.target.region }, plan.target.region).ports, credentials, following);
  const { control } = following;
  return seeThrough(ports, { id: plan.id, first: () => deleteIt(ports, plan, { ...control, confirmation }) }, control);
}

export function continueRollback(stuck: StuckRollback, skip: readonly string[], credentials: Credentials, following: Following): Promise<Result<DeploymentOutcome>> {
  const ports = followed(connect({ ...credentials, region: stuck.target.region }, stuck.target.region).ports, credentials, following);
  const { control } = following;
  return seeThrough(ports, { id: stuck.id, first: () => continueIt(ports, stuck, { ...control, skip }) }, control);
}

/** Of the last update in the journal of this window. */
export async function rollBackPreview(source: ConnectorSource, journal: JournalPort, credentials: Credentials, control: PreflightControl): Promise<Result<DeploymentPreview>> {
  const request = await toPreviewRequest(source);
  if (!request.ok) return request;
  const { connector } = request.value;
  const { ports } = connect(credentials, connector.deployment.region);
  const earlier = await earlierStack(journal, connector, ports.region);
  return earlier.ok ? previewRollBack(ports, { connector, earlier: earlier.value }, control) : earlier;
}

/** Whether the stack has to be updated, and why. */
export async function advise(source: ConnectorSource, credentials: Credentials, control: Control = {}): Promise<Result<UpdateAdvice>> {
  const request = await toPreviewRequest(source);
  if (!request.ok) return request;
  const { connector, template } = request.value;
  return adviseUpdate(connect(credentials, connector.deployment.region).ports, { connector, template: template.body }, control);
}
