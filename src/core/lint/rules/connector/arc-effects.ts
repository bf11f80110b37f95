import type { LocatedEntry } from '../../../document/located';
import { entryOf } from '../../../document/entry-of';
import { connectorRule } from '../../rule';
import { type ConnectorView, isOn } from '../../view/connector-view';

export const arcEffects = connectorRule({
  id: 'connector/arc-effects',
  severity: 'hint',
  summary: 'Auto provisioning of Azure Arc is turned on by somebody who knows what it installs, and where.',
  why: `With auto provisioning on, the Azure Arc agent is installed through Systems Manager on every EC2 instance that it
reaches, and each becomes an Azure Arc machine in the connector's resource group. It needs the SSM agent, the policy
AmazonSSMManagedInstanceCore and the Owner role on the subscription. People are surprised by the machines, so this is told
once in a file, as a hint; nothing is wrong.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/quickstart-onboard-aws',
  checked: '2026-11-22',

  *check(view) {
    const entry = arcEntry(view);
    if (!entry) return;
    yield {
      span: entry.key.span,
      message: 'The Azure Arc agent will be installed on every EC2 instance that Systems Manager reaches, each a machine in the connector\'s resource group. Leave it on if that is what you want.',
    };
  },
});

function arcEntry({ setting }: ConnectorView): LocatedEntry | undefined {
  const ofServers = setting('servers', 'arcAutoProvisioning');
  const ofSql = entryOf(setting('databases', 'sqlServers')?.value, 'arcAutoProvisioning');
  return [ofServers, ofSql].find((entry) => isOn(entry));
}
