import { fileKind } from '../core/document/file-kind';
import { lint } from '../core/lint/lint';
import { jsonReport, type CheckedFile } from '../core/report/json-report';
import { textReport } from '../core/report/text-report';
import { relatedConnector } from '../server/related-connector';
import { exitCode, type ExitCode } from './exit-code';
import { findFiles, type Candidate } from './find-files';
import { localFiles } from './local-files';
import { readInput } from './read-input';
import { readStream } from './read-stream';
import type { Terminal } from './terminal';

interface LintOptions {
  readonly format: 'text' | 'json';
  readonly stdinFilename: string;
}

/** Checks files and folders and reports to standard output. What cannot be read does not stop the rest. */
export async function lintCommand(paths: readonly string[], options: LintOptions, terminal: Terminal): Promise<ExitCode> {
  const checked: CheckedFile[] = [];
  let unread = 0;
  for (const path of paths) {
    for await (const result of checkPath(path, options, terminal)) {
      if (result === 'unread') unread += 1;
      else checked.push(result);
    }
  }
  report(checked, options.format, terminal);
  if (unread > 0) return exitCode.impossible;
  if (checked.length === 0) terminal.say(nothingFound(paths));
  return checked.some(({ findings }) => findings.length > 0) ? exitCode.findings : exitCode.clean;
}

async function* checkPath(path: string, options: LintOptions, terminal: Terminal): AsyncGenerator<CheckedFile | 'unread'> {
  if (path === '-') {
    yield await check(options.stdinFilename, await readStream(terminal.stdin));
    return;
  }
  const found = await findFiles(path);
  if (!found.ok) {
    terminal.fail(found.error);
    yield 'unread';
    return;
  }
  for (const candidate of found.value) {
    const result = await checkFile(candidate, terminal);
    if (result) yield result;
  }
}

async function checkFile({ path, named }: Candidate, terminal: Terminal): Promise<CheckedFile | 'unread' | undefined> {
  const text = await readInput(path);
  if (!text.ok) {
    terminal.fail(text.error);
    return 'unread';
  }
  if (fileKind(path, text.value)) return check(path, text.value);
  if (named) terminal.say(`${path} is neither a connector file nor a CloudFormation template: it is not checked.`);
  return undefined;
}

async function check(file: string, text: string): Promise<CheckedFile> {
  const related = fileKind(file, text) === 'template' ? await relatedConnector(file, localFiles) : {};
  return { file, text, findings: lint(text, file, related) };
}

function report(checked: readonly CheckedFile[], format: 'text' | 'json', terminal: Terminal): void {
  if (format === 'json') {
    terminal.print(jsonReport(checked));
    return;
  }
  const withFindings = checked.filter(({ findings }) => findings.length > 0);
  if (withFindings.length > 0) {
    terminal.print(withFindings.map(({ file, text, findings }) => textReport(file, text, findings)).join('\n'));
  }
  if (checked.length > 0) terminal.say(summary(checked));
}

function summary(checked: readonly CheckedFile[]): string {
  const count = checked.reduce((sum, { findings }) => sum + findings.length, 0);
  return `${plural(checked.length, 'file')} checked, ${count === 0 ? 'no findings' : plural(count, 'finding')}.`;
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

const nothingFound = (paths: readonly string[]) =>
  `No connector file (*.connector.yaml) and no CloudFormation template was found in ${paths.join(', ')}.`;
