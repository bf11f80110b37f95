import { connectorRule } from '../../rule';
import { isOn } from '../../view/connector-view';

export const databaseEffects = connectorRule({
  id: 'connector/database-effects',
  severity: 'hint',
  summary: 'Protection of open-source databases is turned on by somebody who knows what it changes in them.',
  why: `The plan changes parameter and option groups of RDS instances and clusters, or makes groups of its own whose names
start with \`defenderfordatabases\`. Some changes wait for a reboot, quotas of groups may be reached, and the plan is billed
since 1 June 2026. Nothing is wrong, so it is told once in a file, as a hint.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/enable-defender-for-databases-aws',
  checked: '2026-11-22',

  *check({ setting }) {
    const entry = setting('databases', 'openSource');
    if (!entry || !isOn(entry)) return;
    yield {
      span: entry.key.span,
      message: 'This plan changes parameter and option groups of your databases, some of which then wait for a reboot. Plan a maintenance window, and check the quotas of groups first.',
    };
  },
});
