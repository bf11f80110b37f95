import { PassThrough, Readable } from 'node:stream';
import { runCli } from '../../../src/cli/run-cli';
import type { ExitCode } from '../../../src/cli/exit-code';
import type { Environment } from '../../../src/cli/terminal';

export interface Run {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** The whole command line in this process, with streams of its own. */
export async function run(args: readonly string[], { stdin = '', env = {}, tty = false }: { stdin?: string; env?: Environment; tty?: boolean } = {}): Promise<Run> {
  const stdout = collector(tty);
  const stderr = collector(tty);
  const input = Object.assign(Readable.from([Buffer.from(stdin)]), { isTTY: tty });
  const code = await runCli(args, { stdin: input, stdout: stdout.stream, stderr: stderr.stream }, env);
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function collector(isTTY: boolean) {
  const chunks: Buffer[] = [];
  const stream = Object.assign(new PassThrough(), { isTTY });
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}
