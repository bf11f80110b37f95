import { Option, type Command } from 'commander';
import type { ExitCode } from './exit-code';
import type { Terminal } from './terminal';

/** Commands that look after a stack that is there: drift, delete, continue-rollback, rollback. */
export function addStackCare(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  ofStack(program, 'drift', 'say what of the stack is no longer as its template says')
    .addOption(new Option('--format <format>', 'format of the output').choices(['text', 'json']).default('text'))
    .action(async (connector: string, options) => finish(await (await import('./drift-command')).driftCommand(connector, options, terminal)));

  ofStack(program, 'delete', 'show what deleting the stack takes away, ask for its name, then delete it')
    .option('--plan', 'only show it')
    .addOption(new Option('--format <format>', 'format of what is shown').choices(['text', 'json']).default('text'))
    .option('--confirm <stack>', "the stack's name, where nobody is there to type it")
    .option('--retain <logical-id>', 'leave this resource, of a stack whose deletion has failed; may be repeated', collect, [])
    .action(async (connector: string, options) => finish(await (await import('./delete-command')).deleteCommand(connector, options, terminal)));

  ofStack(program, 'continue-rollback', 'go on with a rollback that got stuck')
    .option('--skip <logical-id>', 'leave this resource as it is; may be repeated', collect, [])
    .option('--yes', 'do not ask')
    .action(async (connector: string, options) => finish(await (await import('./continue-rollback-command')).continueRollbackCommand(connector, options, terminal)));

  ofStack(program, 'rollback', 'go back to the template before the last update that was deployed from here')
    .option('--yes', 'do not ask')
    .option('--acknowledge <id>', 'an escalation that the preview shows; may be repeated', collect, [])
    .action(async (connector: string, options) => finish(await (await import('./rollback-command')).rollbackCommand(connector, options, terminal)));
}

const ofStack = (program: Command, name: string, description: string): Command =>
  program
    .command(name)
    .description(description)
    .argument('<connector>', 'connector file')
    .option('--profile <name>', 'AWS profile (default: AWS_PROFILE, else default)')
    .option('--region <region>', "region of the stack (default: the connector's)");

const collect = (value: string, before: readonly string[]) => [...before, value];
