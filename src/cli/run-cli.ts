import { CommanderError } from 'commander';
import { createProgram } from './create-program';
import { exitCode, type ExitCode } from './exit-code';
import { createTerminal, type Environment, type Streams } from './terminal';

/** The command line as a function: arguments and streams in, exit code out. Never throws. */
export async function runCli(args: readonly string[], streams: Streams, env: Environment): Promise<ExitCode> {
  const terminal = createTerminal(streams, env);
  let code: ExitCode = exitCode.clean;
  try {
    await createProgram(terminal, (result) => (code = result)).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.clean : exitCode.usage;
    terminal.say(`This is a fault in defender-connectors, not in your files: ${stackOf(error)}`);
    return exitCode.impossible;
  }
}

const stackOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));
