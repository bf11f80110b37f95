import { applyConnector } from '../../app/azure/apply-connector';
import { deleteConnector, planDeletion } from '../../app/azure/delete-connector';
import { planConnector } from '../../app/azure/plan-connector';
import type { AzurePorts } from '../../app/azure-ports';
import type { ConnectorPlan } from '../../core/azure/connector-plan';
import type { ArmApiVersion } from '../../core/generate/arm/api-versions';
import { ok, type Result } from '../../core/model/result';
import { ask, canAsk } from '../ask';
import { exitCode, type ExitCode } from '../exit-code';
import { withInterrupts } from '../interrupts';
import { readConnectorFile } from '../read-connector';
import type { Terminal } from '../terminal';
import { connectAzure } from './connect-azure';
import { connectorTarget } from './connector-target';
import { deletionText, planText } from './plan-text';

export interface WriteOptions {
  readonly apiVersion?: ArmApiVersion;
}

/** Shows what writing a connector would change in Azure. With `--exit-code`: 1 when it would change something. */
export const azurePlan = (path: string, options: WriteOptions & { readonly format: 'text' | 'json'; readonly exitCode?: true }, terminal: Terminal): Promise<ExitCode> =>
  withInterrupts(async (signal) => {
    const prepared = await prepare(path, options, terminal, signal);
    if (!prepared.ok) return terminal.fail(prepared.error);
    const { plan } = prepared.value;
    terminal.print(options.format === 'json' ? JSON.stringify(plan, null, 2) : planText(plan, terminal.paint));
    return options.exitCode && plan.action !== 'none' ? exitCode.findings : exitCode.clean;
  });

/** Shows the plan, asks, then creates or updates the connector. */
export async function azureApply(path: string, options: WriteOptions & { readonly yes?: true }, terminal: Terminal): Promise<ExitCode> {
  if (!options.yes && !canAsk(terminal)) return cannotAsk(terminal, 'written');
  return withInterrupts(async (signal) => {
    const prepared = await prepare(path, options, terminal, signal);
    if (!prepared.ok) return terminal.fail(prepared.error);
    const { plan, ports } = prepared.value;
    terminal.print(planText(plan, terminal.paint));
    if (plan.action === 'none') return exitCode.clean;
    if (!options.yes && !(await agrees(`Write connector ${plan.key.name} in subscription ${plan.key.subscription}?`, plan.key.name, terminal, signal))) {
      return untouched(terminal, 'written');
    }
    const written = await applyConnector(ports, plan, { signal, report: (sentence) => terminal.say(`${sentence} …`) });
    if (!written.ok) return terminal.fail(written.error);
    terminal.say(`Connector ${plan.key.name} is ${plan.action === 'create' ? 'created' : 'updated'}.`);
    return exitCode.clean;
  });
}

/** Shows what a deletion takes with it and leaves, asks, then deletes. */
export async function azureDelete(target: string, options: { readonly tenant?: string; readonly yes?: true }, terminal: Terminal): Promise<ExitCode> {
  if (!options.yes && !canAsk(terminal)) return cannotAsk(terminal, 'deleted');
  return withInterrupts(async (signal) => {
    const about = await connectorTarget(target, options.tenant, terminal);
    if (!about.ok) return terminal.fail(about.error);
    const ports = (await connectAzure(terminal))(about.value.tenant);
    const plan = await planDeletion(ports, about.value.key, { signal });
    if (!plan.ok) return terminal.fail(plan.error);
    terminal.print(deletionText(plan.value, terminal.paint));
    if (!options.yes && !(await agrees('Delete it?', plan.value.key.name, terminal, signal))) return untouched(terminal, 'deleted');
    const deleted = await deleteConnector(ports, plan.value, { signal });
    if (!deleted.ok) return terminal.fail(deleted.error);
    terminal.say(deleted.value ? `Connector ${plan.value.key.name} is deleted.` : `Connector ${plan.value.key.name} was gone already.`);
    return exitCode.clean;
  });
}

interface Prepared {
  readonly ports: AzurePorts;
  readonly plan: ConnectorPlan;
}

async function prepare(path: string, { apiVersion }: WriteOptions, terminal: Terminal, signal: AbortSignal): Promise<Result<Prepared>> {
  const connector = await readConnectorFile(path);
  if (!connector.ok) return connector;
  const ports = (await connectAzure(terminal))(connector.value.azure.tenant);
  const plan = await planConnector(ports, connector.value, { signal, ...(apiVersion === undefined ? {} : { apiVersion }) });
  return plan.ok ? ok({ ports, plan: plan.value }) : plan;
}

/** The name is typed, not a letter: what is paid for and who is watched changes here. */
const agrees = async (question: string, name: string, terminal: Terminal, signal: AbortSignal): Promise<boolean> =>
  (await ask(`${question} Type the connector's name (${name}) to go on: `, terminal, signal))?.trim() === name;

function cannotAsk(terminal: Terminal, done: string): ExitCode {
  terminal.say(`Nothing was ${done}: there is no terminal to ask in. Look at the plan, then add --yes.`);
  return exitCode.findings;
}

function untouched(terminal: Terminal, done: string): ExitCode {
  terminal.say(`Nothing was ${done}.`);
  return exitCode.findings;
}
