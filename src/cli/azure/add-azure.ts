import { Option, type Command } from 'commander';
import { armApiVersions } from '../../core/generate/arm/api-versions';
import type { ExitCode } from '../exit-code';
import type { Terminal } from '../terminal';

/** `azure list|plan|apply|import|delete|health`: connectors in Azure. What a command does is loaded when it is chosen. */
export function addAzure(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const azure = program.command('azure').description('connectors in Azure, with the account of the Azure CLI or of AZURE_CLIENT_ID').addHelpText('after', help);
  const writings = () => import('./azure-commands');
  const readings = () => import('./azure-readings');
  azure
    .command('list')
    .description('list the connectors of the subscriptions that the account sees')
    .option('--subscription <id>', 'only this subscription; may be repeated', (id: string, before: readonly string[]) => [...before, id], [])
    .addOption(tenant())
    .addOption(format())
    .action(async (options) => finish(await (await readings()).azureList(options, terminal)));
  azure
    .command('plan')
    .description('show what writing a connector would change in Azure, and change nothing')
    .argument('<connector>', 'connector file')
    .addOption(apiVersion())
    .addOption(format())
    .option('--exit-code', 'exit 1 when something would change')
    .action(async (file: string, options) => finish(await (await writings()).azurePlan(file, options, terminal)));
  azure
    .command('apply')
    .description('show the plan, ask, then create or update the connector')
    .argument('<connector>', 'connector file')
    .addOption(apiVersion())
    .option('--yes', 'do not ask')
    .action(async (file: string, options) => finish(await (await writings()).azureApply(file, options, terminal)));
  azure
    .command('import')
    .description('write the connector file that says what Azure has')
    .argument('<connector>', 'id of the connector in Azure, or its connector file')
    .addOption(tenant())
    .option('--out <file>', 'write there instead of standard output')
    .action(async (id: string, options) => finish(await (await readings()).azureImport(id, options, terminal)));
  azure
    .command('delete')
    .description('show what a deletion takes with it and leaves, ask, then delete the connector')
    .argument('<connector>', 'id of the connector in Azure, or its connector file')
    .addOption(tenant())
    .option('--yes', 'do not ask')
    .action(async (target: string, options) => finish(await (await writings()).azureDelete(target, options, terminal)));
  azure
    .command('health')
    .description('show what Defender for Cloud says of a connector, or of all of a subscription; exit 1 when one is not healthy')
    .argument('[connector]', 'id of the connector in Azure, or its connector file')
    .option('--subscription <id>', 'all connectors of this subscription')
    .addOption(tenant())
    .addOption(format())
    .action(async (target: string | undefined, options) => finish(await (await readings()).azureHealth(target, options, terminal)));
}

const tenant = () => new Option('--tenant <id>', "Microsoft Entra tenant (default: the file's, AZURE_TENANT_ID, or the account's home)");

const format = () => new Option('--format <format>', 'format of the output').choices(['text', 'json']).default('text');

const apiVersion = () => new Option('--api-version <version>', 'api-version of the connector').choices([...armApiVersions]);

const help = `
Credentials, in this order: AZURE_ACCESS_TOKEN; AZURE_CLIENT_ID with AZURE_TENANT_ID and AZURE_CLIENT_SECRET
or AZURE_FEDERATED_TOKEN_FILE; the account with which "az login" was run.
`;
