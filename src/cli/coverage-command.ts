import type { AzureConnector } from '../core/model/azure-connector';
import { type Coverage, coverageOf } from '../core/coverage/coverage';
import { coveringAzure, coveringFile, type CoveringConnector } from '../core/coverage/covering-connector';
import { fileKind } from '../core/document/file-kind';
import { formatOf } from '../core/document/format-of';
import { readDocument } from '../core/document/read-document';
import { toConnector } from '../core/document/to-connector';
import { ok, type Result } from '../core/model/result';
import { coverageCsv } from '../core/report/coverage/csv';
import { coverageMarkdown } from '../core/report/coverage/markdown';
import { coverageSvg } from '../core/report/coverage/svg';
import { coverageText } from '../core/report/coverage/text';
import { exitCode, type ExitCode } from './exit-code';
import { findFiles } from './find-files';
import { withInterrupts } from './interrupts';
import { readInput } from './read-input';
import type { Terminal } from './terminal';

export const coverageFormats = ['text', 'csv', 'markdown', 'json', 'svg'] as const;

interface CoverageOptions {
  readonly format: (typeof coverageFormats)[number];
  /** Also ask Azure, whose word counts where both speak of an account. */
  readonly azure?: boolean;
  readonly subscription: readonly string[];
  readonly tenant?: string;
}

/** Which plans cover which accounts, from connector files and, when told to, from Azure. */
export const coverageCommand = (paths: readonly string[], options: CoverageOptions, terminal: Terminal): Promise<ExitCode> =>
  withInterrupts(async (signal) => {
    const { connectors, unread } = await fromFiles(paths, terminal);
    const azure = options.azure === true ? await fromAzure(options, terminal, signal) : ok({ connectors: [], isWhole: true });
    if (!azure.ok) return terminal.fail(azure.error);
    const coverage = coverageOf([...connectors, ...azure.value.connectors.flatMap((one) => coveringAzure(one) ?? [])]);
    if (coverage.accounts.length === 0) terminal.say(`No connector file (*.connector.yaml) was found in ${paths.join(', ')}.`);
    terminal.print(inFormat(coverage, options.format));
    return unread > 0 || !azure.value.isWhole ? exitCode.impossible : exitCode.clean;
  });

async function fromFiles(paths: readonly string[], terminal: Terminal): Promise<{ readonly connectors: readonly CoveringConnector[]; readonly unread: number }> {
  const connectors: CoveringConnector[] = [];
  let unread = 0;
  for (const path of paths) {
    const found = await findFiles(path);
    if (!found.ok) {
      terminal.fail(found.error);
      unread += 1;
    }
    for (const file of found.ok ? found.value : []) {
      if (!file.named && !isConnectorFile(file.path)) continue;
      const connector = await readFile(file.path, terminal);
      if (connector) connectors.push(connector);
      else unread += 1;
    }
  }
  return { connectors, unread };
}

const isConnectorFile = (path: string): boolean => /\.connector\.(?:ya?ml|json)$/i.test(path);

async function readFile(path: string, terminal: Terminal): Promise<CoveringConnector | undefined> {
  const text = await readInput(path);
  if (!text.ok) {
    terminal.fail(text.error);
    return undefined;
  }
  const connector = fileKind(path, text.value) === 'connector' ? toConnector(readDocument(text.value, formatOf(path, text.value))) : undefined;
  if (!connector) terminal.say(`${path} is not a connector file that can be read: it is left out. Run "defender-connectors lint ${path}".`);
  return connector && coveringFile(connector, path);
}

async function fromAzure(options: CoverageOptions, terminal: Terminal, signal: AbortSignal): Promise<Result<{ readonly connectors: readonly AzureConnector[]; readonly isWhole: boolean }>> {
  const { readAzureConnectors } = await import('./azure/azure-readings');
  const list = await readAzureConnectors(options, terminal, signal);
  return list.ok ? ok({ connectors: list.value.connectors, isWhole: list.value.refused.length === 0 }) : list;
}

function inFormat(coverage: Coverage, format: CoverageOptions['format']): string {
  if (format === 'csv') return coverageCsv(coverage);
  if (format === 'markdown') return coverageMarkdown(coverage);
  if (format === 'svg') return coverageSvg(coverage);
  return format === 'json' ? JSON.stringify(coverage, (_, value: unknown) => (value instanceof Set ? [...value] : value), 2) : coverageText(coverage);
}
