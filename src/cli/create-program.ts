import { Command, InvalidArgumentError, Option } from 'commander';
import { version } from '../../package.json';
import { outputKinds } from '../core/generate/output-kinds';
import { addressMistake, isAddress } from '../core/plan/template-address';
import { templateUrlMistake } from '../core/plan/template-source';
import type { ConflictWish } from '../core/plan/resolve-conflicts';
import { addAzure } from './azure/add-azure';
import { conflictWords, parseOnConflict } from './on-conflict';
import { addStackCare } from './add-stack-care';
import type { ExitCode } from './exit-code';
import type { Terminal } from './terminal';

/** All commands with their arguments. What a command does is loaded when it is chosen. */
export function createProgram(terminal: Terminal, finish: (code: ExitCode) => void): Command {
  const program = new Command('defender-connectors')
    .description('Lints, generates, previews and deploys connectors between AWS accounts and Microsoft Defender for Cloud.')
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .addHelpText('after', help)
    .configureOutput({
      writeOut: (text) => void terminal.stdout.write(text),
      writeErr: (text) => void terminal.stderr.write(text),
    })
    .exitOverride();
  addLint(program, terminal, finish);
  addGenerate(program, terminal, finish);
  addSimulate(program, terminal, finish);
  addPlan(program, terminal, finish);
  addDeploy(program, terminal, finish);
  addExplain(program, terminal, finish);
  addStackCare(program, terminal, finish);
  addDeployments(program, terminal, finish);
  addRequireTls(program, terminal, finish);
  addAzure(program, terminal, finish);
  addVerify(program, terminal, finish);
  addCoverage(program, terminal, finish);
  addServer(program);
  return program;
}

type Add = (program: Command, terminal: Terminal, finish: (code: ExitCode) => void) => void;

const addLint: Add = (program, terminal, finish) =>
  program
    .command('lint')
    .description('check connector files, templates and connectors in Azure')
    .argument('[paths...]', 'files and folders; - reads standard input', ['.'])
    .addOption(formats('sarif'))
    .option('--stdin-filename <name>', 'the name that says what standard input is', 'stdin.connector.yaml')
    .option('--rule <id=severity>', 'off, hint, information, warning or error for a rule; may be repeated', collect, [])
    .action(async (paths: string[], options: { format: 'text' | 'json' | 'sarif'; stdinFilename: string; rule: readonly string[] }) => {
      const { lintCommand } = await import('./lint-command');
      finish(await lintCommand(paths, options, terminal));
    });

const addGenerate: Add = (program, terminal, finish) =>
  program
    .command('generate')
    .description('make the CloudFormation template of a connector, or what else it can be written as')
    .argument('<connector>', 'connector file')
    .option('--out <file>', 'write there instead of standard output')
    .option('--check', 'only compare with the file: exit 1 when it differs')
    .addOption(new Option('--as <kind>', 'what to make').choices(['cloudformation', ...outputKinds]).default('cloudformation'))
    .addOption(new Option('--format <format>', 'format of the template').choices(['json', 'yaml']))
    .option('--portal-template <file>', "the portal's template, for roles that are not published")
    .action(async (connector: string, { as: kind, ...options }) => {
      if (kind !== 'cloudformation') {
        const { outputCommand } = await import('./output-command');
        return finish(await outputCommand(connector, { ...options, kind }, terminal));
      }
      const { generateCommand } = await import('./generate-command');
      finish(await generateCommand(connector, options, terminal));
    });

const addSimulate: Add = (program, terminal, finish) =>
  program
    .command('simulate')
    .description('say for each role of a template whether AWS would accept the token that Defender for Cloud presents')
    .argument('<template>', 'CloudFormation template')
    .option('--role <name>', 'only this role: its name or its logical id')
    .option('--tenant <id>', "your Microsoft Entra tenant (default: the connector's, or the one in the template)")
    .addOption(formats())
    .action(async (template: string, options) => {
      const { simulateCommand } = await import('./simulate-command');
      finish(await simulateCommand(template, options, terminal));
    });

const addPlan: Add = (program, terminal, finish) =>
  place(program.command('plan').description('show what a deployment would change, and change nothing'))
    .option('--exit-code', 'also say why an update is needed: exit 0 when the stack is up to date, 1 when an update is needed')
    .addOption(formats())
    .action(async (connector: string, options) => {
      const { planCommand } = await import('./plan-command');
      finish(await planCommand(connector, options, terminal));
    });

const addDeploy: Add = (program, terminal, finish) =>
  place(program.command('deploy').description('show the plan, ask, then create or update the stack'))
    .option('--yes', 'do not ask')
    .option('--acknowledge <id>', 'an escalation that plan shows: new wildcard, principal or admin policy; may be repeated', collect, [])
    .action(async (connector: string, options) => {
      const { deployCommand } = await import('./deploy-command');
      finish(await deployCommand(connector, options, terminal));
    });

const addExplain: Add = (program, terminal, finish) =>
  program
    .command('explain')
    .description('say what an error of AWS, CloudFormation or Azure means and what to do')
    .argument('[text...]', 'the error, or a file that has it; standard input when absent or -')
    .addOption(new Option('--format <format>', 'format of the output').choices(['text', 'json', 'markdown']).default('text'))
    .option('--decode', 'have AWS decode an encoded reason, with the profile')
    .option('--profile <name>', 'AWS profile to decode with (default: AWS_PROFILE, else default)')
    .option('--region <region>', 'region whose STS decodes', 'us-east-1')
    .action(async (text: string[], options) => {
      const { explainCommand } = await import('./explain-command');
      finish(await explainCommand(text, options, terminal));
    });

const addDeployments: Add = (program, terminal, finish) => {
  const command = program.command('deployments').description('list, show and follow what was deployed from here').helpCommand(false);
  command
    .command('list', { isDefault: true })
    .description('all that the journal knows, newest first')
    .addOption(formats())
    .action(async (options) => finish(await (await import('./deployments-command')).listDeployments(options, terminal)));
  command
    .command('show')
    .description('one with its events')
    .argument('<id>', 'its id, or how that begins')
    .addOption(new Option('--format <format>', 'format of the output').choices(['text', 'json', 'markdown']).default('text'))
    .action(async (id: string, options) => finish(await (await import('./deployments-command')).showDeployment(id, options, terminal)));
  command
    .command('follow')
    .description('follow one to its end, or all that have not ended; begins nothing')
    .argument('[id]', 'its id, or how that begins')
    .action(async (id: string | undefined) => finish(await (await import('./deployments-command')).followDeployments(id, terminal)));
  command
    .command('cancel')
    .description('have an update that runs taken back, and follow that to its end')
    .argument('[id]', 'its id, or how that begins; without it, the only update that runs')
    .option('--yes', 'do not ask')
    .action(async (id: string | undefined, options) => finish(await (await import('./cancel-command')).cancelDeployment(id, options, terminal)));
};

const addRequireTls: Add = (program, terminal, finish) =>
  program
    .command('require-tls')
    .description("have a bucket refuse requests without TLS; without a bucket, list those of CloudFormation's console that do not")
    .argument('[bucket]', 'such as cf-templates-…')
    .option('--profile <name>', 'AWS profile (default: AWS_PROFILE, else default)')
    .option('--region <region>', 'region of the bucket', 'us-east-1')
    .option('--yes', 'do not ask')
    .action(async (bucket: string | undefined, options) => {
      const { requireTlsCommand } = await import('./require-tls-command');
      finish(await requireTlsCommand(bucket, options, terminal));
    });

const addVerify: Add = (program, terminal, finish) =>
  program
    .command('verify')
    .description('look at the AWS account of a connector and say what is wrong with the connection; changes nothing')
    .argument('<connector>', 'connector file')
    .option('--profile <name>', 'AWS profile (default: AWS_PROFILE, else default)')
    .option('--region <region>', "region of the stack (default: the connector's)")
    .addOption(formats('sarif', 'markdown'))
    .action(async (connector: string, options) => {
      const { verifyCommand } = await import('./verify-command');
      finish(await verifyCommand(connector, options, terminal));
    });

const addCoverage: Add = (program, terminal, finish) =>
  program
    .command('coverage')
    .description('show which plans cover which AWS accounts')
    .argument('[paths...]', 'connector files and folders', ['.'])
    .addOption(new Option('--format <format>', 'format of the output').choices(['text', 'csv', 'markdown', 'json', 'svg']).default('text'))
    .option('--azure', 'also ask Azure, whose word counts where both speak of an account')
    .option('--subscription <id>', 'with --azure: only this subscription; may be repeated', collect, [])
    .option('--tenant <id>', "with --azure: Microsoft Entra tenant (default: AZURE_TENANT_ID, or the account's home)")
    .action(async (paths: string[], options) => {
      const { coverageCommand } = await import('./coverage-command');
      finish(await coverageCommand(paths, options, terminal));
    });

const addServer = (program: Command) =>
  program
    .command('lsp')
    .description('run the language server for any editor')
    .option('--stdio', 'over standard input and output')
    .option('--node-ipc', 'over the channel of a Node parent process')
    .option('--socket <port>', 'over a local port')
    .option('--pipe <name>', 'over a named pipe')
    .action(async (options: object, command: Command) => {
      if (Object.keys(options).length === 0) command.error('error: say how to talk: --stdio, --node-ipc, --socket or --pipe');
      await import('../server/main'); // It reads the same options from the process, and ends it.
    });

const place = (command: Command) =>
  command
    .argument('<connector>', 'connector file')
    .option('--profile <name>', 'AWS profile (default: AWS_PROFILE, else default)')
    .option('--region <region>', "region of the stack (default: the connector's)")
    .option('--portal-template <file>', "the portal's template, for roles that are not published")
    .option('--template <file|https>', "deploy this template in place of the connector's; the stack keeps its parameters", toTemplate)
    .option('--template-url <https>', 'where the template lies in your S3 bucket, when it is too large for a request', toTemplateUrl)
    .option('--template-bucket [name]', 'put a template that is too large for a request into this bucket; without a name, into one that is made for it')
    .option(
      '--on-conflict <choice>',
      `what to do about what exists already: ${conflictWords}; for one resource LogicalId=choice; may be repeated`,
      (text: string, before: readonly ConflictWish[]) => [...before, toWish(text)],
      [],
    );

function toWish(value: string): ConflictWish {
  const wish = parseOnConflict(value);
  if (!wish) throw new InvalidArgumentError(`Use one of ${conflictWords}, or LogicalId=rename:NewName.`);
  return wish;
}

function toTemplateUrl(value: string): string {
  const mistake = templateUrlMistake(value);
  if (mistake !== undefined) throw new InvalidArgumentError(mistake);
  return value;
}

function toTemplate(value: string): string {
  const mistake = isAddress(value) ? addressMistake(value) : undefined;
  if (mistake !== undefined) throw new InvalidArgumentError(mistake);
  return value;
}

const collect = (value: string, before: readonly string[]) => [...before, value];

const formats = (...more: readonly string[]) =>
  new Option('--format <format>', 'format of the output').choices(['text', 'json', ...more]).default('text');

const help = `
Exit codes: 0 clean, 1 errors and warnings found, or refused, 2 wrong arguments, 3 could not be done.
Information and hints are shown, and leave the exit code at 0.

Examples:
  defender-connectors lint
  defender-connectors generate contoso.connector.yaml --out contoso.template.json
  defender-connectors generate contoso.connector.yaml --as terraform --out infrastructure
  defender-connectors plan contoso.connector.yaml --profile production
`;
