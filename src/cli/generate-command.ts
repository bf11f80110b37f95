import { version } from '../../package.json';
import type { Problem } from '../core/model/problem';
import { isForeignTemplate } from '../server/portal-template';
import { makeTemplate, type MadeTemplate } from '../server/make-template';
import { differenceSummary } from './difference-summary';
import { exitCode, type ExitCode } from './exit-code';
import { gapSentence } from './gap-sentence';
import { localFiles } from './local-files';
import { readInput } from './read-input';
import type { Terminal } from './terminal';
import { writeOutput } from './write-output';

export interface GenerateOptions {
  readonly out?: string;
  readonly check?: true;
  readonly format?: 'json' | 'yaml';
  readonly portalTemplate?: string;
}

/** Writes a connector's template, or with `--check` compares it with the file that is there. */
export async function generateCommand(path: string, options: GenerateOptions, terminal: Terminal): Promise<ExitCode> {
  const text = await readInput(path);
  if (!text.ok) return terminal.fail(text.error);
  const made = await makeTemplate(
    {
      connectorPath: path,
      text: text.value,
      generatorVersion: version,
      format: options.format ?? formatByName(options.out),
      portalTemplate: options.portalTemplate,
    },
    localFiles,
  );
  if (!made.ok) return terminal.fail(made.error);
  tellLimits(made.value, terminal);
  if (options.check) return check(options.out ?? made.value.target, made.value.generated.text, terminal);
  return options.out ? write(options.out, made.value.generated.text, terminal) : print(made.value, terminal);
}

/** The name that the user gives says the format too. */
function formatByName(out: string | undefined): 'json' | 'yaml' | undefined {
  if (!out) return undefined;
  return /\.ya?ml$/i.test(out) ? 'yaml' : 'json';
}

/** Size and gaps go beside the template, not into it. */
export function tellLimits({ generated, portalTemplate }: MadeTemplate, terminal: Terminal): void {
  const { bytes, limit, minified, unknown } = generated;
  const size = `Template: ${grouped(bytes)} of ${grouped(limit)} bytes that a request can hold`;
  const way = bytes > limit ? 'deployed without white space if that fits, else from an S3 bucket of yours (--template-url)' : minified ? 'minified to fit' : 'it fits';
  terminal.say(`${size}: ${way}.`);
  if (portalTemplate) terminal.say(`Roles that are not published were taken from ${portalTemplate}.`);
  for (const feature of unknown) terminal.say(gapSentence(feature));
}

const grouped = (bytes: number) => bytes.toLocaleString('en-US');

function print({ generated }: MadeTemplate, terminal: Terminal): ExitCode {
  terminal.print(generated.text);
  return exitCode.clean;
}

async function check(path: string, text: string, terminal: Terminal): Promise<ExitCode> {
  const present = await readInput(path);
  if (!present.ok && present.error.code !== 'notFound') return terminal.fail(present.error);
  if (!present.ok) {
    terminal.say(`${path} is missing. Generate it with --out ${path}.`);
    return exitCode.findings;
  }
  if (present.value === text) {
    terminal.say(`${path} is up to date.`);
    return exitCode.clean;
  }
  terminal.say(`${path} differs from what the connector file says now. Generate it again with --out ${path}.`);
  for (const line of differenceSummary(present.value, text)) terminal.say(line);
  return exitCode.findings;
}

async function write(path: string, text: string, terminal: Terminal): Promise<ExitCode> {
  if (await isForeignTemplate(path, localFiles)) return terminal.fail(foreign(path));
  const written = await writeOutput(path, text);
  if (!written.ok) return terminal.fail(written.error);
  terminal.say(`Written to ${path}.`);
  return exitCode.clean;
}

const foreign = (path: string): Problem => ({
  code: 'conflict',
  message: `${path} is a template that defender-connectors did not generate, such as the portal's: it is kept.`,
  action: 'Write to another file, or move that one away.',
});
