import { stat } from 'node:fs/promises';
import { explainWithAws } from '../app/explain-with-aws';
import type { Explanation } from '../core/diagnose/explanation';
import { explainError } from '../core/diagnose/explain-error';
import { ok, type Result } from '../core/model/result';
import { explanationMarkdown } from '../core/report/explanation-markdown';
import { explanationText } from '../core/report/explanation-text';
import { connect } from './connect';
import { exitCode, type ExitCode } from './exit-code';
import { readInput } from './read-input';
import { readStream } from './read-stream';
import type { Terminal } from './terminal';

export interface ExplainOptions {
  readonly format: keyof typeof reports;
  readonly decode?: true;
  readonly profile?: string;
  readonly region: string;
}

/** Prints what an error means. The text is that of a file, of standard input, or the argument itself. */
export async function explainCommand(given: readonly string[], options: ExplainOptions, terminal: Terminal): Promise<ExitCode> {
  const text = await readGiven(given, terminal);
  if (!text.ok) return terminal.fail(text.error);
  const explained = options.decode ? await decode(text.value, options, terminal) : ok(explainError(text.value));
  if (!explained.ok) return terminal.fail(explained.error);
  terminal.print(reports[options.format](explained.value));
  return explained.value.id === null ? exitCode.findings : exitCode.clean;
}

/** The one way in which this command asks AWS anything. */
async function decode(text: string, { profile, region }: ExplainOptions, terminal: Terminal): Promise<Result<Explanation>> {
  return explainWithAws(await connect(profile, region, terminal), text);
}

const reports = {
  text: explanationText,
  json: (explanation: Explanation) => JSON.stringify(explanation, null, 2),
  markdown: explanationMarkdown,
} as const;

async function readGiven(given: readonly string[], terminal: Terminal): Promise<Result<string>> {
  const [first, ...more] = given;
  if (first === undefined || (first === '-' && more.length === 0)) return ok(await readStream(terminal.stdin));
  if (more.length === 0 && ((await isFile(first)) || looksLikePath(first))) return readInput(first);
  return ok(given.join(' '));
}

/** No error reads like this: who mistypes a path is told so. */
const looksLikePath = (text: string) => /^(\.{0,2}[\\/]|[A-Za-z]:[\\/])\S+$|^\S+\.(txt|log|json|md)$/.test(text);

const isFile = (path: string) => stat(path).then((found) => found.isFile(), () => false);
