import type { Defect } from '../defect';

const defect = (about: Omit<Defect, 'area' | 'base'>): Defect => ({ area: 'workloads', base: 'workloads.yaml', ...about });
const ofTrail = (about: Omit<Defect, 'area' | 'base'>): Defect => ({ ...defect(about), base: 'ingestion.yaml' });

/** What a plan expects of clusters, databases and trails that stand beside its roles. */
export const workloadDefects: readonly Defect[] = [
  defect({ id: 'cluster-without-access-entries', replace: 'AuthenticationMode: API', by: 'AuthenticationMode: CONFIG_MAP', rule: 'template/cluster-access', found: '«CONFIG_MAP»', fix: true }),
  defect({ id: 'cluster-keeps-defender-out', replace: ', 48.209.1.192/28]', by: ']', rule: 'template/cluster-endpoint', found: '«PublicAccessCidrs»', fix: true }),
  defect({ id: 'cluster-without-endpoint', replace: 'EndpointPublicAccess: true', by: 'EndpointPublicAccess: false', rule: 'template/cluster-endpoint', found: 'EndpointPublicAccess: «false»', fix: false }),
  defect({ id: 'cluster-without-audit-log', replace: '            - Type: audit\n', by: '', rule: 'template/cluster-logs', found: '«EnabledTypes»', fix: true }),
  defect({ id: 'database-without-backup', replace: 'BackupRetentionPeriod: 1', by: 'BackupRetentionPeriod: 0', rule: 'template/database-backup', found: 'BackupRetentionPeriod: «0»', fix: true }),
  ofTrail({ id: 'trail-without-management-events', replace: 'IncludeManagementEvents: true', by: 'IncludeManagementEvents: false', rule: 'template/trail-events', found: 'IncludeManagementEvents: «false»', fix: true }),
  ofTrail({ id: 'trail-that-does-not-log', replace: 'IsLogging: true', by: 'IsLogging: false', rule: 'template/trail-events', found: 'IsLogging: «false»', fix: true }),
];
