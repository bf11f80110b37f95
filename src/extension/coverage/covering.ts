import { columnsOf, type Coverage, coverageOf } from '../../core/coverage/coverage';
import { coverageWorkbook } from '../../core/coverage/coverage-workbook';
import { coveringAzure, coveringFile, type CoveringConnector } from '../../core/coverage/covering-connector';
import { filterCoverage } from '../../core/coverage/filter-coverage';
import { formatOf } from '../../core/document/format-of';
import { readDocument } from '../../core/document/read-document';
import { toConnector } from '../../core/document/to-connector';
import type { AzureConnector } from '../../core/model/azure-connector';
import { coverageCsv } from '../../core/report/coverage/csv';
import { coverageMarkdown } from '../../core/report/coverage/markdown';
import { coverageSvg } from '../../core/report/coverage/svg';
import { type CoverageExport, mostAccounts, type CoverageView, type ShownFilter } from '../../protocol/coverage';

/** What of coverage needs the catalog. */
export { coverageWorkbook };

/** Undefined for a file with mistakes that hide what it declares. */
export function fromFile(path: string, text: string): CoveringConnector | undefined {
  const connector = toConnector(readDocument(text, formatOf(path, text)));
  return connector && coveringFile(connector, path);
}

export const coverage = (files: readonly CoveringConnector[], azure: readonly AzureConnector[]): Coverage =>
  coverageOf([...files, ...azure.flatMap((connector) => coveringAzure(connector) ?? [])]);

export const nothingRead: Coverage = { accounts: [], columns: columnsOf([]) };

/** What a filter lets through, as the page shows it. */
export function shownCoverage(all: Coverage, filter: ShownFilter): Pick<CoverageView, 'columns' | 'accounts' | 'counts'> {
  const { accounts, columns } = filtered(all, filter);
  return {
    columns,
    accounts: accounts.slice(0, mostAccounts).map(({ accountId, connectors, cells, isExcluded, differs }) => ({
      accountId,
      names: [...new Set(connectors.map(({ name }) => name))],
      cells: columns.map(({ id }) => cells[id] ?? 'off'),
      isExcluded,
      differs,
    })),
    counts: {
      shown: accounts.length,
      total: all.accounts.length,
      excluded: accounts.filter(({ isExcluded }) => isExcluded).length,
      differing: accounts.filter(({ differs }) => differs).length,
    },
  };
}

const filtered = (all: Coverage, { text, subscription, column, onlyDiffering }: ShownFilter): Coverage =>
  filterCoverage(all, { text, onlyDiffering, ...(subscription === null ? {} : { subscription }), ...(column === null ? {} : { column }) });

const writers: Readonly<Record<CoverageExport, (coverage: Coverage) => string>> = { csv: coverageCsv, markdown: coverageMarkdown, svg: coverageSvg };

/** What the page shows, whole: all accounts that the filter lets through. */
export const exported = (all: Coverage, filter: ShownFilter, format: CoverageExport): string => writers[format](filtered(all, filter));
