import { entryOf } from '../../../document/entry-of';
import { shown } from '../../../document/shown';
import { replace } from '../../fix/replace';
import { preconditionRule } from '../../precondition-rule';

/** Databases are looked into through their snapshots. */
export const databaseBackup = preconditionRule({
  id: 'template/database-backup',
  severity: 'warning',
  summary: 'RDS databases are backed up automatically where sensitive data is to be found in them.',
  why: `Defender for Cloud looks for sensitive data in an automated backup of a database. With a retention period of 0 days there
is none, and the database is left out. Replicas and members of Aurora clusters have their backups elsewhere, and are not
spoken about.`,
  checked: '2026-11-28',
  precondition: 'dspm-rds-backup',
  type: 'AWS::RDS::DBInstance',

  *check({ logicalId, properties }) {
    const days = entryOf(properties, 'BackupRetentionPeriod')?.value;
    if (days?.kind !== 'scalar' || String(days.value) !== '0' || elsewhere.some((name) => entryOf(properties, name))) return;
    yield {
      span: days.span,
      message: `Database ${shown(String(logicalId.value))} keeps backups for 0 days, so no sensitive data is found in it. Keep them for a day at least.`,
      fixes: [replace('Keep backups for a day', days.span, '1')],
    };
  },
});

/** By one of these an instance gets its data, and its backups, from another. */
const elsewhere = ['SourceDBInstanceIdentifier', 'SourceDBClusterIdentifier', 'DBClusterIdentifier'];
