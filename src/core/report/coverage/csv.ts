import type { Coverage } from '../../coverage/coverage';
import { csv } from '../csv';

/** The matrix for a spreadsheet: a row an account, a column a plan or a feature. */
export const coverageCsv = ({ accounts, columns }: Coverage): string =>
  csv([
    ['Account', 'Connectors', 'Places', 'Subscriptions', 'Left out', 'File and Azure differ', ...columns.map(({ name, plan }) => (plan === null ? name : `${planName(columns, plan)}: ${name}`))],
    ...accounts.map(({ accountId, connectors, isExcluded, differs, cells }) => [
      accountId,
      connectors.map(({ name }) => name).join('; '),
      connectors.map(({ place }) => place).join('; '),
      [...new Set(connectors.map(({ subscription }) => subscription))].join('; '),
      isExcluded ? 'yes' : 'no',
      differs ? 'yes' : 'no',
      ...columns.map(({ id }) => cells[id] ?? 'off'),
    ]),
  ]);

const planName = (columns: Coverage['columns'], id: string): string => columns.find((column) => column.id === id)?.name ?? id;
