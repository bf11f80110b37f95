import { expectedValues } from '../../catalog/preconditions';
import { joined } from '../../lint/joined';
import { check, issue, over, type Check, type Outcome, type Subject } from '../check';
import type { Database } from '../facts';
import { isAtLeast } from '../is-at-least';

export const databaseChecks: readonly Check[] = [
  check('oss-engine', function* (subject) {
    yield* eachDatabase(subject, function* ({ name, engine }, region) {
      if (isCovered(engine)) return;
      yield issue('oss-engine', subject, `Database ${name} in ${region} has engine ${engine}, which the plan does not cover.`, { evidence: [{ label: 'Engine', value: engine }] });
    });
  }),

  check('oss-running', (subject) =>
    eachDatabase(subject, function* ({ name, engine, status }, region) {
      if (!isCovered(engine) || expectedValues('rdsStatus').includes(status)) return;
      const values = status === 'stopped' ? { values: { database: name, region } } : {};
      yield issue('oss-running', subject, `Database ${name} in ${region} is ${status}, so it is not protected now.`, { evidence: [{ label: 'Status', value: status }], ...values });
    }),
  ),

  check('oss-reboot', (subject) =>
    eachDatabase(subject, function* ({ name, engine, parameterStatuses }, region) {
      const waits = parameterStatuses.find((status) => expectedValues('rdsRestartStatus').includes(status));
      if (!isCovered(engine) || waits === undefined) return;
      yield issue('oss-reboot', subject, `Database ${name} in ${region} waits for a restart before changed parameters take effect.`, {
        evidence: [{ label: 'Parameters', value: waits }],
        values: { database: name, region },
      });
    }),
  ),

  check('oss-plugin', (subject) =>
    eachDatabase(subject, function* ({ name, engine, version }, region) {
      if (hasAuditPlugin(engine, version)) return;
      yield issue('oss-plugin', subject, `Database ${name} in ${region} has ${engine} ${version}, for which there is no audit plugin.`, { evidence: [{ label: 'Version', value: version }] });
    }),
  ),

  check('oss-quota', function* (subject) {
    for (const { region, databaseQuotas } of subject.facts.regions) {
      yield* over(databaseQuotas, function* (quotas) {
        for (const { name, used, limit } of quotas.filter((quota) => quota.used >= quota.limit)) {
          yield issue('oss-quota', subject, `${used} of ${limit} ${name} are used in ${region}: Defender for Cloud cannot make one.`, { evidence: [{ label: name, value: `${used} of ${limit}` }] });
        }
      });
    }
  }),

  check('dspm-rds-backup', (subject) =>
    eachDatabase(subject, function* ({ name, backupDays }, region) {
      if (backupDays > 0) return;
      yield issue('dspm-rds-backup', subject, `Database ${name} in ${region} has no automated backups, so sensitive data in it is not found.`, {
        evidence: [{ label: 'Backup retention', value: '0 days' }],
        values: { database: name, region },
      });
    }),
  ),

  check('dspm-rds-option-group', function* (subject) {
    for (const { region, databases, optionGroups } of subject.facts.regions) {
      yield* over(optionGroups, function* (groups) {
        for (const { name, lastingOptions } of groups) {
          const options = lastingOptions.filter((option) => !expectedValues('rdsLastingOptions').includes(option));
          const users = databases?.ok ? databases.value.filter((database) => database.optionGroups.includes(name)) : [];
          if (options.length === 0 || users.length === 0) continue;
          const words = `Option group ${name} in ${region} has ${options.join(' and ')}, which cannot be taken away, so sensitive data in ${joined(users.map((user) => user.name), 4)} is not found.`;
          yield issue('dspm-rds-option-group', subject, words, { evidence: [{ label: 'Options', value: options.join(', ') }], values: { group: name, region } });
        }
      });
    }
  }),
];

/** Other engines do without it. */
function hasAuditPlugin(engine: string, version: string): boolean {
  if (engine === 'mysql') return version.startsWith('5.7.') || expectedValues('auditPluginMySql').some((least) => isAtLeast(version, least));
  return engine !== 'mariadb' || expectedValues('auditPluginMariaDb').some((least) => isAtLeast(version, least));
}

const isCovered = (engine: string): boolean => expectedValues('rdsEngines').includes(engine);

function* eachDatabase({ facts }: Subject, run: (database: Database, region: string) => Iterable<Outcome>): Iterable<Outcome> {
  for (const { region, databases } of facts.regions) {
    yield* over(databases, function* (all) {
      for (const database of all) yield* run(database, region);
    });
  }
}
