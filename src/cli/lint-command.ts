import { version } from '../../package.json';
import { fileKind } from '../core/document/file-kind';
import { formatOf } from '../core/document/format-of';
import { readDocument } from '../core/document/read-document';
import { lint } from '../core/lint/lint';
import { readSeverities, withSeverities, type RuleSeverities } from '../core/lint/rule-severities';
import type { Finding } from '../core/model/finding';
import { jsonReport, type CheckedFile } from '../core/report/json-report';
import { sarifReport } from '../core/report/sarif-report';
import { textReport } from '../core/report/text-report';
import { relatedFiles } from '../server/related-connector';
import { exitCode, type ExitCode } from './exit-code';
import { findFiles, type Candidate } from './find-files';
import { localFiles } from './local-files';
import { readInput } from './read-input';
import { readStream } from './read-stream';
import type { Terminal } from './terminal';

interface LintOptions {
  readonly format: 'text' | 'json' | 'sarif';
  readonly stdinFilename: string;
  /** `<rule id>=<severity>`, each. */
  readonly rule: readonly string[];
}

interface CheckOptions extends LintOptions {
  readonly severities: RuleSeverities;
}

/** Checks files and folders and reports to standard output. What cannot be read does not stop the rest. */
export async function lintCommand(paths: readonly string[], options: LintOptions, terminal: Terminal): Promise<ExitCode> {
  const { severities, mistakes } = readSeverities(Object.fromEntries(options.rule.map(toPair)));
  if (mistakes.length > 0) {
    terminal.say(mistakes.join('\n'));
    return exitCode.usage;
  }
  const checked: CheckedFile[] = [];
  let unread = 0;
  for (const path of paths) {
    for await (const result of checkPath(path, { ...options, severities }, terminal)) {
      if (result === 'unread') unread += 1;
      else checked.push(result);
    }
  }
  report(checked, options.format, terminal);
  if (unread > 0) return exitCode.impossible;
  if (checked.length === 0) terminal.say(nothingFound(paths));
  return checked.some(({ findings }) => findings.some(isSerious)) ? exitCode.findings : exitCode.clean;
}

/** A severity that is missing is told as one that does not exist. */
const toPair = (argument: string): readonly [string, string] => {
  const at = argument.indexOf('=');
  return at < 0 ? [argument, ''] : [argument.slice(0, at), argument.slice(at + 1)];
};

/** Information and hints are shown, and are no reason to stop a build. */
const isSerious = ({ severity }: Finding): boolean => severity === 'error' || severity === 'warning';

async function* checkPath(path: string, options: CheckOptions, terminal: Terminal): AsyncGenerator<CheckedFile | 'unread'> {
  if (path === '-') {
    yield await check(options.stdinFilename, await readStream(terminal.stdin), options.severities);
    return;
  }
  const found = await findFiles(path);
  if (!found.ok) {
    terminal.fail(found.error);
    yield 'unread';
    return;
  }
  for (const candidate of found.value) {
    const result = await checkFile(candidate, options.severities, terminal);
    if (result) yield result;
  }
}

async function checkFile({ path, named }: Candidate, wanted: RuleSeverities, terminal: Terminal): Promise<CheckedFile | 'unread' | undefined> {
  const text = await readInput(path);
  if (!text.ok) {
    terminal.fail(text.error);
    return 'unread';
  }
  if (fileKind(path, text.value)) return check(path, text.value, wanted);
  if (named) terminal.say(`${path} is neither a connector file nor a CloudFormation template nor a connector in Azure: it is not checked.`);
  return undefined;
}

async function check(file: string, text: string, wanted: RuleSeverities): Promise<CheckedFile> {
  const kind = fileKind(file, text);
  const read = () => readDocument(text, formatOf(file, text));
  const related = kind ? await relatedFiles(file, kind, read, localFiles) : {};
  return { file, text, findings: withSeverities(lint(text, file, related), wanted) };
}

function report(checked: readonly CheckedFile[], format: LintOptions['format'], terminal: Terminal): void {
  if (format === 'json') {
    terminal.print(jsonReport(checked));
    return;
  }
  if (format === 'sarif') {
    terminal.print(sarifReport(checked, version));
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
  `No connector file (*.connector.yaml), CloudFormation template or connector in Azure was found in ${paths.join(', ')}.`;
