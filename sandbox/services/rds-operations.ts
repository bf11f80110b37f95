import type { XmlObject } from '../http/xml';
import { pageOf } from '../paging';
import type { Operation, OperationTable } from '../service-request';
import type { SandboxDatabase, SandboxOptionGroup } from './account-services';

const describeDBInstances: Operation = ({ account, region, input }) => {
  const rows = account.services.region(region).databases;
  const { items, next } = pageOf(rows, input.number('MaxRecords') ?? 100, input.text('Marker'), ({ name }) => name);
  return { DBInstances: { DBInstance: items.map((row) => toInstance(row, `arn:aws:rds:${region}:${account.id}:db:${row.name}`)) }, ...(next && { Marker: next }) };
};

const describeOptionGroups: Operation = ({ account, region, input }) => {
  const rows = account.services.region(region).optionGroups;
  const { items, next } = pageOf(rows, input.number('MaxRecords') ?? 100, input.text('Marker'), ({ name }) => name);
  return { OptionGroupsList: { OptionGroup: items.map(toOptionGroup) }, ...(next && { Marker: next }) };
};

const describeAccountAttributes: Operation = ({ account, region }) => ({
  AccountQuotas: {
    AccountQuota: [...account.services.region(region).databaseQuotas].map(([name, { used, max }]) => ({ AccountQuotaName: name, Used: used, Max: max })),
  },
});

/** Lists of RDS name their items: they are written flat. */
export const rdsOperations: OperationTable = { DescribeDBInstances: describeDBInstances, DescribeOptionGroups: describeOptionGroups, DescribeAccountAttributes: describeAccountAttributes };

const toInstance = ({ name, engine, version, status, parameterStatus, backupDays, optionGroup }: SandboxDatabase, arn: string): XmlObject => ({
  DBInstanceIdentifier: name,
  DBInstanceClass: 'db.t4g.medium',
  Engine: engine,
  EngineVersion: version ?? '16.4',
  DBInstanceStatus: status ?? 'available',
  DBParameterGroups: { DBParameterGroup: [{ DBParameterGroupName: `default.${engine}`, ParameterApplyStatus: parameterStatus ?? 'in-sync' }] },
  BackupRetentionPeriod: backupDays ?? 7,
  OptionGroupMemberships: { OptionGroupMembership: [{ OptionGroupName: optionGroup ?? `default:${engine}`, Status: 'in-sync' }] },
  DBInstanceArn: arn,
});

const toOptionGroup = ({ name, options }: SandboxOptionGroup): XmlObject => ({
  OptionGroupName: name,
  Options: { Option: options.map((option) => ({ OptionName: option.name, Persistent: option.persistent ?? false, Permanent: option.permanent ?? false })) },
});
