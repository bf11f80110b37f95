import { PassThrough, Readable } from 'node:stream';
import { runCli } from '../../../src/cli/run-cli';
import type { ExitCode } from '../../../src/cli/exit-code';
import { createTerminal, type Environment, type Streams, type Terminal } from '../../../src/cli/terminal';

export interface Run {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

interface Input {
  readonly stdin?: string;
  readonly env?: Environment;
  readonly tty?: boolean;
}

/** The whole command line in this process, with streams of its own. */
export async function run(args: readonly string[], { env = {}, ...input }: Input = {}): Promise<Run> {
  const { streams, output } = collecting(input);
  const code = await runCli(args, streams, env);
  return { code, ...output() };
}

/** One command of it, at a terminal of its own. */
export async function runAt(command: (terminal: Terminal) => Promise<ExitCode>, { env = {}, ...input }: Input = {}): Promise<Run> {
  const { streams, output } = collecting(input);
  const code = await command(createTerminal(streams, env));
  return { code, ...output() };
}

function collecting({ stdin = '', tty = false }: Input) {
  const [stdout, stderr] = [collector(tty), collector(tty)];
  const streams: Streams = { stdin: Object.assign(Readable.from([Buffer.from(stdin)]), { isTTY: tty }), stdout: stdout.stream, stderr: stderr.stream };
  return { streams, output: () => ({ stdout: stdout.text(), stderr: stderr.text() }) };
}

function collector(isTTY: boolean) {
  const chunks: Buffer[] = [];
  const stream = Object.assign(new PassThrough(), { isTTY });
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}
