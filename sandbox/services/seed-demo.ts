import type { AccountServices } from './account-services';

/** What the accounts of the demo have beside IAM: some of it well, some not, so that a verification has something to say. */
export function seedDemo(servicesOf: (accountId: string) => AccountServices): void {
  seedSingle(servicesOf('123456789012'));
  seedManagement(servicesOf('210987654321'));
}

function seedSingle(services: AccountServices): void {
  const [east, west] = [services.region('us-east-1'), services.region('eu-west-1')];
  east.clusters.push({ name: 'payments', logTypes: ['api', 'audit', 'authenticator'] });
  west.clusters.push({ name: 'warehouse', authenticationMode: 'CONFIG_MAP', publicCidrs: ['203.0.113.0/24'] });
  east.instances.push({ id: 'i-0a1b2c3d4e5f60718' }, { id: 'i-0b2c3d4e5f6071829', pingStatus: 'ConnectionLost' });
  east.databases.push({ name: 'orders', engine: 'aurora-postgresql' }, { name: 'archive', engine: 'mysql', version: '8.0.39', backupDays: 0 });
  services.trails.push({ name: 'management-events', region: 'us-east-1' });
  services.regionsWithoutSessions.add('eu-north-1');
}

function seedManagement(services: AccountServices): void {
  services.region('us-east-1').clusters.push({ name: 'platform', logTypes: ['audit'] });
  services.region('eu-west-1').databases.push({ name: 'billing', engine: 'postgres', parameterStatus: 'pending-reboot' });
  services.stackSets.push({
    name: 'defender-members',
    region: 'us-east-1',
    instances: [
      { account: '456789012345', region: 'us-east-1', status: 'CURRENT' },
      { account: '567890123456', region: 'us-east-1', status: 'OUTDATED', reason: 'ResourceLogicalId:CspmMonitorRole, ResourceType:AWS::IAM::Role, ResourceStatusReason:CspmMonitorAws already exists.' },
    ],
  });
}
