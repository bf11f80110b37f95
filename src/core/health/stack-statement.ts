import type { HealthState, HealthStatement } from '../model/health';

/** A stack as it was seen: the status is null where there is no such stack. */
export interface StackSeen {
  readonly name: string;
  readonly status: string | null;
  /** ISO 8601, UTC: when it was looked up. */
  readonly at: string;
}

/** A StackSet with the states of its instances. */
export interface StackSetSeen {
  readonly name: string;
  /** Null where there is no such StackSet. */
  readonly instances: { readonly current: number; readonly other: number } | null;
}

/** What CloudFormation says of a connector's stack, and of the StackSet of an organization. */
export function stackStatement(stack: StackSeen, stackSet?: StackSetSeen): HealthStatement {
  const parts = [stackPart(stack), ...(stackSet ? [stackSetPart(stackSet)] : [])];
  const state = worst(parts.map((part) => part.state));
  return { source: 'aws', state, reason: parts.map(({ reason }) => reason).join(' '), at: stack.at, issues: [], gaps: [] };
}

interface Part {
  readonly state: HealthState;
  readonly reason: string;
}

function stackPart({ name, status }: StackSeen): Part {
  // Terraform or a stack of another name may have made the roles: verifying tells.
  if (status === null) return { state: 'unknown', reason: `There is no stack ${name}: it is not deployed, or something else made the roles.` };
  const known = statuses[status];
  if (known) return { state: known[0], reason: `Stack ${name} ${known[1]}` };
  if (status.endsWith('_FAILED')) return { state: 'unhealthy', reason: `Stack ${name} failed: it is ${status}.` };
  return { state: 'unknown', reason: `Stack ${name} is ${status}.` };
}

const deployed = ['healthy', 'is deployed.'] as const;

/** Statuses that say something of their own; docs/health.md has them all. */
const statuses: Readonly<Record<string, readonly [state: HealthState, words: string]>> = {
  CREATE_COMPLETE: deployed,
  UPDATE_COMPLETE: deployed,
  IMPORT_COMPLETE: deployed,
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: deployed,
  UPDATE_ROLLBACK_COMPLETE: ['degraded', 'was rolled back by its last update.'],
  ROLLBACK_COMPLETE: ['unhealthy', 'could not be created and was rolled back.'],
  DELETE_COMPLETE: ['unhealthy', 'was deleted.'],
};

function stackSetPart({ name, instances }: StackSetSeen): Part {
  if (instances === null) return { state: 'unhealthy', reason: `There is no StackSet ${name}: member accounts get no roles.` };
  const { current, other } = instances;
  if (current + other === 0) return { state: 'degraded', reason: `StackSet ${name} has no instances: no member account has the roles.` };
  if (other === 0) return { state: 'healthy', reason: `All ${current} instances of StackSet ${name} are current.` };
  return { state: 'degraded', reason: `${other} of ${current + other} instances of StackSet ${name} are not current.` };
}

const order: readonly HealthState[] = ['unhealthy', 'degraded', 'unknown', 'healthy'];

const worst = (states: readonly HealthState[]): HealthState => order.find((state) => states.includes(state)) ?? 'unknown';
