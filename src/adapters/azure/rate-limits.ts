import type { HttpHeaders } from '@azure/core-rest-pipeline';
import type { Clock } from '../../app/ports';

/** Keeps us from running into Azure's limits: it says with every answer what is left. */
export interface RateLimits {
  /** Waits, if the last answers say so, until a request of this kind may go out. */
  wait(kind: RequestKind, signal?: AbortSignal): Promise<void>;
  note(kind: RequestKind, headers: HttpHeaders): void;
}

export type RequestKind = 'read' | 'write' | 'graph';

/** Azure refills 25 reads and 10 writes a second; below this reserve we go slower and leave the rest to others. */
const reserve = 20;
const pauseMs: Readonly<Record<RequestKind, number>> = { read: 1_000, write: 2_000, graph: 5_000 };

export function rateLimits(clock: Clock): RateLimits {
  const freeAt = new Map<RequestKind, number>();
  return {
    async wait(kind, signal) {
      const pause = (freeAt.get(kind) ?? 0) - clock.now();
      if (pause > 0) await clock.sleep(pause, signal);
    },
    note(kind, headers) {
      const pause = kind === 'graph' ? graphPause(headers) : managerPause(kind, headers);
      if (pause > 0) freeAt.set(kind, clock.now() + pause);
    },
  };
}

/** Subscription and tenant limits of Azure Resource Manager have headers of the same form. */
function managerPause(kind: 'read' | 'write', headers: HttpHeaders): number {
  const names = [`x-ms-ratelimit-remaining-subscription-${kind}s`, `x-ms-ratelimit-remaining-tenant-${kind}s`];
  const left = names.flatMap((name) => headers.get(name) ?? []).map(Number).filter(Number.isFinite);
  return left.some((number) => number < reserve) ? pauseMs[kind] : 0;
}

/** Resource Graph: what is left of the quota, and the time (`hh:mm:ss`) until it is full again. */
function graphPause(headers: HttpHeaders): number {
  const left = headers.get('x-ms-user-quota-remaining');
  if (left === undefined || !(Number(left) < 1)) return 0;
  const [hours, minutes, seconds] = (headers.get('x-ms-user-quota-resets-after') ?? '').split(':').map(Number);
  const pause = ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000;
  return Number.isFinite(pause) && pause > 0 ? Math.min(pause, 60_000) : pauseMs.graph;
}
