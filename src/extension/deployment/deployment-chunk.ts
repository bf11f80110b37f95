import { catalog } from '../../core/catalog/catalog';
import { err, ok, type Result } from '../../core/model/result';
import type { StackOperation } from '../../core/operation/stack-operation';
import type { AccountLook } from '../../core/onboarding/account-look';
import type { DeploymentOutcome, DeploymentPreview } from '../../core/plan/deployment-preview';
import type { ConflictWish } from '../../core/plan/resolve-conflicts';
import type { Control } from '../../app/control';
import { operationOf } from '../../app/operation/operation-of';
import { pickUpOperation } from '../../app/operation/pick-up-operation';
import type { DeploymentPorts } from '../../app/ports';
import { discardPreview } from '../../app/preview/discard-preview';
import { executeDeployment } from '../../app/operation/execute-deployment';
import { lookAtAccount } from '../../app/look-at-account';
import type { PreflightControl } from '../../app/preflight/preflight';
import { withWishes } from '../../app/preflight/with-wishes';
import { previewDeployment } from '../../app/preview/preview-deployment';
import { seeThrough } from '../../app/operation/see-through';
import { readStackStatus } from '../../app/care/read-stack-status';
import { connect, followed, type Connection, type Credentials, type Following } from './connection';
import type { ConnectorSource } from './connector-source';
import { toPreviewRequest } from './to-preview-request';
import { withOtherTemplate } from './with-other-template';
import { withAddress } from './with-address';

export { listProfiles } from '../../adapters/aws';
export { resourceLine } from '../../core/plan/resource-line';
export type { Credentials, Following } from './connection';
export * from './account-care-backend';
export * from './stack-care-backend';

export interface StackPlace {
  readonly accountId: string;
  readonly stack: string;
  readonly region: string;
}

export interface PreviewControl extends PreflightControl {
  /** What to do about what exists already. */
  readonly wishes?: readonly ConflictWish[];
  /** File or address of another template than the connector's. */
  readonly template?: string;
}

export async function preview(
  source: ConnectorSource,
  credentials: Credentials,
  { wishes = [], template, ...control }: PreviewControl = {},
): Promise<Result<DeploymentPreview>> {
  const own = await toPreviewRequest(source);
  if (!own.ok) return own;
  let connection = connect(credentials, own.value.connector.deployment.region);
  const request = template === undefined ? own : await withOtherTemplate(own.value, template, { ports: connection.ports, source, signal: control.signal });
  if (!request.ok) return request;
  const connectTo = (region: string) => (connection = connect({ ...credentials, region }, region)).ports;
  const aim = await withWishes({ ports: connection.ports, request: request.value }, { wishes, connectTo, signal: control.signal });
  const addressed = await withAddress(aim.ports, aim.request, source);
  if (!addressed.ok) return addressed;
  const made = await previewDeployment(aim.ports, addressed.value, control);
  if (made.ok) connections.set(made.value, connection);
  return made;
}

export function execute(made: DeploymentPreview, credentials: Credentials, following: Following): Promise<Result<DeploymentOutcome>> {
  const ports = followed(portsOf(made, credentials), credentials, following);
  const { control } = following;
  return seeThrough(ports, { id: operationOf(made, null)?.id ?? '', first: () => executeDeployment(ports, made, control) }, control);
}

/** Follows an operation that another window, or an earlier one, has begun. */
export function pickUp(operation: StackOperation, credentials: Credentials, following: Following): Promise<Result<DeploymentOutcome>> {
  const { region } = operation.target;
  const ports = followed(connect({ ...credentials, region }, region).ports, credentials, following);
  const { control } = following;
  return seeThrough(ports, { id: operation.id, first: () => pickUpOperation(ports, operation, control) }, control);
}

export const discard = (made: DeploymentPreview, credentials: Credentials): Promise<Result<void>> =>
  discardPreview(portsOf(made, credentials), made);

/** The stack's status, or null when there is no such stack. */
export async function stackStatus(place: StackPlace, credentials: Credentials, control: Control = {}): Promise<Result<string | null>> {
  const stack = await readStackStatus(connect(credentials, place.region).ports, place, control);
  return stack.ok ? ok(stack.value?.status ?? null) : err(stack.error);
}

/** Whose account a profile reaches, and what Defender for Cloud or Sentinel has in it already. */
export const account = (credentials: Credentials, tenant: string | null, control: Control = {}): Promise<Result<AccountLook>> =>
  lookAtAccount(connect(credentials, anyRegion).ports, tenant, control.signal);

/** For a profile without a region: this one is on in every account. */
const anyRegion = 'us-east-1';

/** Regions that a stack can stand in, as the catalog lists them. */
export const regions = (): readonly { readonly code: string; readonly name: string | null }[] => catalog.regions;

/** A preview is carried out over the connection that made it: as the same caller, and without another MFA code. */
const connections = new WeakMap<DeploymentPreview, Connection>();

function portsOf(made: DeploymentPreview, credentials: Credentials): DeploymentPorts {
  const connection = connections.get(made) ?? connect(credentials, made.target.region);
  connection.askMfa = credentials.askMfa;
  return connection.ports;
}
