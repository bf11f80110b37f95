import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { version } from '../../package.json';
import type { OutputKind } from '../core/generate/output-kinds';
import type { Output } from '../core/generate/outputs';
import { makeOutput } from '../server/make-output';
import { exitCode, type ExitCode } from './exit-code';
import type { GenerateOptions } from './generate-command';
import { localFiles } from './local-files';
import { readInput } from './read-input';
import type { Terminal } from './terminal';
import { writeOutput } from './write-output';

export interface OutputOptions extends GenerateOptions {
  readonly kind: OutputKind;
}

/** Writes a connector as Terraform, as its body in Azure or as a script, or compares that with what is there. */
export async function outputCommand(path: string, options: OutputOptions, terminal: Terminal): Promise<ExitCode> {
  const { kind, format, portalTemplate, out, check } = options;
  if (format !== undefined) {
    terminal.say(`--format is for CloudFormation templates; it says nothing about ${kind}.`);
    return exitCode.usage;
  }
  const text = await readInput(path);
  if (!text.ok) return terminal.fail(text.error);
  const made = await makeOutput(kind, { connectorPath: path, text: text.value, generatorVersion: version, portalTemplate }, localFiles);
  if (!made.ok) return terminal.fail(made.error);
  for (const note of made.value.notes) terminal.say(note);
  const placed = made.value.files.map((file) => ({ path: placeOf(file.name, { kind, out, beside: path }), text: file.text }));
  if (check) return compare(placed, terminal);
  return out === undefined ? print(made.value, terminal) : write(placed, terminal);
}

/** Terraform takes a folder; all else is one file. Without a place of the user's they lie beside the connector file. */
function placeOf(name: string, { kind, out, beside }: { readonly kind: OutputKind; readonly out: string | undefined; readonly beside: string }): string {
  if (out === undefined) return join(dirname(beside), name);
  return kind === 'terraform' ? join(out, basename(name)) : out;
}

type Placed = readonly { readonly path: string; readonly text: string }[];

function print({ files }: Output, terminal: Terminal): ExitCode {
  const [first, ...others] = files;
  terminal.print(first?.text ?? '');
  for (const { name } of others) terminal.say(`It reads ${basename(name)}, which is written with --out <folder> only.`);
  return exitCode.clean;
}

async function write(files: Placed, terminal: Terminal): Promise<ExitCode> {
  for (const { path, text } of files) {
    await mkdir(dirname(path), { recursive: true });
    const written = await writeOutput(path, text);
    if (!written.ok) return terminal.fail(written.error);
    terminal.say(`Written to ${path}.`);
  }
  return exitCode.clean;
}

async function compare(files: Placed, terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exitCode.clean;
  for (const { path, text } of files) {
    const present = await readInput(path);
    if (!present.ok && present.error.code !== 'notFound') return terminal.fail(present.error);
    const isCurrent = present.ok && present.value === text;
    terminal.say(isCurrent ? `${path} is up to date.` : present.ok ? `${path} differs from what the connector file says now.` : `${path} is missing.`);
    if (!isCurrent) code = exitCode.findings;
  }
  return code;
}
