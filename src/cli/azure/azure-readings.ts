import { importConnector } from '../../app/azure/import-connector';
import { type ConnectorList, listConnectors } from '../../app/azure/list-connectors';
import { listSubscriptions, type PortsOf } from '../../app/azure/list-subscriptions';
import { readHealth, readSubscriptionHealth } from '../../app/azure/read-health';
import { toConnectorText } from '../../core/import/to-connector-text';
import { connectorId } from '../../core/azure/connector-id';
import { reportedId } from '../../core/azure/reported-id';
import { problemText } from '../../core/model/problem-text';
import { err, ok, type Result } from '../../core/model/result';
import { exitCode, type ExitCode } from '../exit-code';
import { withInterrupts } from '../interrupts';
import type { Terminal } from '../terminal';
import { writeOutput } from '../write-output';
import { connectAzure } from './connect-azure';
import { connectorTarget } from './connector-target';
import { healthText, type ShownReports } from './health-text';
import type { SubscriptionPlace } from '../../app/azure/list-connectors';

interface Places {
  readonly subscription: readonly string[];
  readonly tenant?: string;
}

export interface ListOptions extends Places {
  readonly format: 'text' | 'json';
}

/** Connectors of the subscriptions named, or of all that the account sees. */
export const azureList = (options: ListOptions, terminal: Terminal): Promise<ExitCode> =>
  withInterrupts(async (signal) => {
    const list = await readAzureConnectors(options, terminal, signal);
    if (!list.ok) return terminal.fail(list.error);
    if (list.value.connectors.length + list.value.refused.length === 0) terminal.say('There is no connector for an AWS account in the subscriptions that the account sees.');
    if (options.format === 'json') terminal.print(JSON.stringify(list.value.connectors, null, 2));
    else for (const { id, accountId, membership, plans } of list.value.connectors) terminal.print([accountId ?? '-', membership, Object.keys(plans).join(',') || 'foundational', id].join('\t'));
    return list.value.refused.length > 0 ? exitCode.impossible : exitCode.clean;
  });

/** What could not be read is said, and does not stop the rest. */
export async function readAzureConnectors(options: Places, terminal: Terminal, signal: AbortSignal): Promise<Result<ConnectorList>> {
  const portsOf = await connectAzure(terminal);
  const places = await placesOf(options, portsOf, terminal, signal);
  if (!places.ok) return places;
  const list = await listConnectors(portsOf, places.value, { signal });
  for (const { place, problem } of list.ok ? list.value.refused : []) terminal.say(`Subscription ${place.subscription}: ${problemText(problem)}`);
  return list;
}

async function placesOf({ subscription, tenant }: Places, portsOf: PortsOf, { env, say }: Terminal, signal: AbortSignal): Promise<Result<readonly SubscriptionPlace[]>> {
  const home = tenant ?? env['AZURE_TENANT_ID'] ?? '';
  if (subscription.length > 0) return ok(subscription.map((id) => ({ subscription: id, tenant: home })));
  if (home !== '') {
    const own = await portsOf(home).directory.subscriptions(signal);
    return own.ok ? ok(own.value.map(({ id }) => ({ subscription: id, tenant: home }))) : own;
  }
  const all = await listSubscriptions(portsOf, { signal });
  if (!all.ok) return all;
  for (const { tenant: closed, problem } of all.value.refused) say(`Tenant ${closed.name ?? closed.id} is left out. ${problemText(problem)}`);
  return ok(all.value.subscriptions.map(({ id, tenant: owner }) => ({ subscription: id, tenant: owner })));
}

/** Writes the connector file that says what Azure has. */
export const azureImport = (id: string, options: { readonly tenant?: string; readonly out?: string }, terminal: Terminal): Promise<ExitCode> =>
  withInterrupts(async (signal) => {
    const about = await connectorTarget(id, options.tenant, terminal);
    if (!about.ok) return terminal.fail(about.error);
    const { key, tenant, file } = about.value;
    const imported = await importConnector((await connectAzure(terminal))(tenant), { key, tenant, ...(file ? { file } : {}) }, { signal });
    if (!imported.ok) return terminal.fail(imported.error);
    for (const note of imported.value.notes) terminal.say(note);
    const text = toConnectorText(imported.value.connector, { format: options.out?.endsWith('.json') ? 'json' : 'yaml' });
    if (options.out === undefined) terminal.print(text);
    const written = options.out === undefined ? ok(undefined) : await writeOutput(options.out, text);
    if (!written.ok) return terminal.fail(written.error);
    if (options.out !== undefined) terminal.say(`Written to ${options.out}.`);
    return exitCode.clean;
  });

export interface HealthOptions {
  readonly tenant?: string;
  readonly subscription?: string;
  readonly format: 'text' | 'json';
}

/** What Defender for Cloud says of a connector, or of all of a subscription. Exit 1 when one is not healthy. */
export const azureHealth = (target: string | undefined, options: HealthOptions, terminal: Terminal): Promise<ExitCode> =>
  withInterrupts(async (signal) => {
    const read = await readReports(target, options, terminal, signal);
    if (!read.ok) return terminal.fail(read.error);
    const { reports } = read.value;
    terminal.print(options.format === 'json' ? JSON.stringify(reports, null, 2) : healthText(read.value, terminal.paint, new Date()));
    return reports.some(({ status }) => status === 'notHealthy') ? exitCode.findings : exitCode.clean;
  });

async function readReports(target: string | undefined, options: HealthOptions, terminal: Terminal, signal: AbortSignal): Promise<Result<ShownReports>> {
  const { subscription } = options;
  if ((target === undefined) === (subscription === undefined)) {
    return err({ code: 'invalidInput', message: 'It is not said whose health to show.', action: 'Name either a connector or, with --subscription, a subscription.' });
  }
  const portsOf = await connectAzure(terminal);
  if (subscription !== undefined) {
    const reports = await readSubscriptionHealth(portsOf(options.tenant ?? terminal.env['AZURE_TENANT_ID'] ?? ''), subscription, { signal });
    return reports.ok ? ok({ reports: reports.value, of: `a connector in subscription ${subscription}`, heading: reportedId }) : reports;
  }
  const about = await connectorTarget(target ?? '', options.tenant, terminal);
  if (!about.ok) return about;
  const reports = await readHealth(portsOf(about.value.tenant), about.value.key, { signal });
  return reports.ok ? ok({ reports: reports.value, of: connectorId(about.value.key) }) : reports;
}
