import { stat } from 'node:fs/promises';
import type { Explanation } from '../core/diagnose/explanation';
import { explainError } from '../core/diagnose/explain-error';
import { ok, type Result } from '../core/model/result';
import { explanationMarkdown } from '../core/report/explanation-markdown';
import { explanationText } from '../core/report/explanation-text';
import { exitCode, type ExitCode } from './exit-code';
import { readInput } from './read-input';
import { readStream } from './read-stream';
import type { Terminal } from './terminal';

export interface ExplainOptions {
  readonly format: keyof typeof reports;
}

/** Prints what an error means. The text is that of a file, of standard input, or the argument itself. */
export async function explainCommand(given: readonly string[], options: ExplainOptions, terminal: Terminal): Promise<ExitCode> {
  const text = await readGiven(given, terminal);
  if (!text.ok) return terminal.fail(text.error);
  const explanation = explainError(text.value);
  terminal.print(reports[options.format](explanation));
  return explanation.id === null ? exitCode.findings : exitCode.clean;
}

const reports = {
  text: explanationText,
  json: (explanation: Explanation) => JSON.stringify(explanation, null, 2),
  markdown: explanationMarkdown,
} as const;

async function readGiven(given: readonly string[], terminal: Terminal): Promise<Result<string>> {
  const [first, ...more] = given;
  if (first === undefined || (first === '-' && more.length === 0)) return ok(await readStream(terminal.stdin));
  if (more.length === 0 && (await isFile(first))) return readInput(first);
  return ok(given.join(' '));
}

const isFile = (path: string) => stat(path).then((found) => found.isFile(), () => false);
