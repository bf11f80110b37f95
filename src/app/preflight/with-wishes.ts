import { resolveConflicts, type ConflictWish } from '../../core/plan/resolve-conflicts';
import type { DeploymentPorts } from '../ports';
import type { PreviewRequest } from '../preview/preview-deployment';
import { preflight } from './preflight';

export interface DeploymentAim<P extends DeploymentPorts> {
  readonly ports: P;
  readonly request: PreviewRequest;
}

export interface Wishing<P> {
  readonly wishes: readonly ConflictWish[];
  /** For a stack in another region, which is to be updated instead. */
  readonly connectTo: (region: string) => P | Promise<P>;
  readonly signal?: AbortSignal | undefined;
}

/** Looks once for what is in the way, so that the wishes can be held against it. Without wishes it asks nothing. */
export async function withWishes<P extends DeploymentPorts>(aim: DeploymentAim<P>, { wishes, connectTo, signal }: Wishing<P>): Promise<DeploymentAim<P>> {
  if (wishes.length === 0) return aim;
  const { checks } = await preflight(aim.ports, aim.request, signal ? { signal } : {});
  const { resolutions, owner } = resolveConflicts(checks, wishes);
  if (!owner) return { ...aim, request: { ...aim.request, resolutions } };
  const { connector } = aim.request;
  const deployment = { ...connector.deployment, stack: owner.stack, region: owner.region };
  const ports = owner.region === aim.ports.region ? aim.ports : await connectTo(owner.region);
  return { ports, request: { ...aim.request, resolutions, connector: { ...connector, deployment } } };
}
