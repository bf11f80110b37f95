import type { AccountCoverage, Coverage } from '../../coverage/coverage';
import { coverageWorkbook } from '../../coverage/coverage-workbook';
import { markdownTable, markdownText } from '../markdown-text';
import { accountsLine, cellWords } from './text';

/** Coverage as a document: figures by plan and feature, then the plans of each account. */
export function coverageMarkdown({ accounts, columns }: Coverage): string {
  const plans = columns.filter(({ plan }) => plan === null);
  const figures = columns.map(({ name, plan, covered, total }) => [plan === null ? `**${markdownText(name)}**` : markdownText(name), `${covered} of ${total}`, percent(covered, total)]);
  return [
    '# Coverage',
    accountsLine(accounts),
    markdownTable([['Plan or feature', 'Accounts', 'Share'], ...figures]),
    '## Accounts',
    markdownTable([['Account', 'Connectors', ...plans.map(({ name }) => markdownText(name))], ...accounts.map((account) => row(account, plans))]),
    `"Declared" is on in a connector file, and was not seen in Azure. The portal has a [workbook on coverage](${coverageWorkbook}).`,
    '',
  ].join('\n\n');
}

const percent = (covered: number, total: number): string => (total === 0 ? '–' : `${Math.round((covered / total) * 100)} %`);

const row = ({ accountId, connectors, cells, isExcluded }: AccountCoverage, plans: Coverage['columns']): readonly string[] => [
  accountId,
  isExcluded ? '*left out*' : markdownText(connectors.map(({ name }) => name).join(', ')),
  ...plans.map(({ id }) => cellWords[cells[id] ?? 'off']),
];
