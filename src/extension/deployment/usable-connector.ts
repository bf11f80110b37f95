import type { ConnectorSummary } from '../../protocol/server-requests';

/** A connector file that says where to deploy. */
export type UsableConnector = ConnectorSummary & {
  readonly accountId: string;
  readonly stack: NonNullable<ConnectorSummary['stack']>;
};

export const isUsable = (summary: ConnectorSummary | undefined): summary is UsableConnector =>
  summary !== undefined && summary.accountId !== null && summary.stack !== null;
