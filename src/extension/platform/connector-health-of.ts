import { combineHealth } from '../../core/health/combine-health';
import { filesStatement } from '../../core/health/files-statement';
import { stackStatement } from '../../core/health/stack-statement';
import type { ConnectorHealth, HealthStatement } from '../../core/model/health';
import type { ConnectorSummary } from '../../protocol/server-requests';
import type { StackLook } from './stack-look';

export interface KnownOfConnector {
  readonly summary: ConnectorSummary | undefined;
  readonly look: StackLook | undefined;
  readonly statements: readonly HealthStatement[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Azure looks each so many hours where the file does not say otherwise. */
const usualInterval = 12;

/** What the window knows of a connector, combined by the rules of docs/health.md. */
export function connectorHealthOf({ summary, look, statements, now }: KnownOfConnector): ConnectorHealth {
  const seen = look?.kind === 'seen' && summary?.stack ? [stackStatement({ name: summary.stack.name, status: look.status, at: look.at.toISOString() })] : [];
  const failed: readonly HealthStatement[] =
    look?.kind === 'failed' ? [{ source: 'aws', state: 'unknown', reason: look.message, at: look.at.toISOString(), issues: [], gaps: [] }] : [];
  const files = summary ? [filesStatement(summary)] : [];
  return combineHealth([...statements, ...seen, ...failed, ...files], {
    now,
    scanIntervalHours: summary?.scanIntervalHours ?? usualInterval,
    stackChangedAt: null,
  });
}
