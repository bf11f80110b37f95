import {
  coverageExports,
  type CoverageCounts, type CoverageHostMessage, type CoveragePageMessage, type CoverageView, type ShownAccount, type ShownColumn, type ShownFilter,
} from './coverage';
import { problem } from './problem-shape';
import { count, fields, flag, list, nullable, oneOf, text, variant, type Shape } from './shape';

type MessageOf<K extends CoveragePageMessage['kind']> = Extract<CoveragePageMessage, { kind: K }>;

const filter: Shape<ShownFilter> = fields<ShownFilter>({
  text,
  subscription: nullable(text),
  column: nullable(fields<NonNullable<ShownFilter['column']>>({ id: text, covered: flag })),
  onlyDiffering: flag,
});

const view: Shape<CoverageView> = fields<CoverageView>({
  phase: oneOf('reading', 'ready'),
  columns: list(fields<ShownColumn>({ id: text, name: text, plan: nullable(text), covered: count, total: count })),
  accounts: list(fields<ShownAccount>({ accountId: text, names: list(text), cells: list(oneOf('on', 'declared', 'off')), isExcluded: flag, differs: flag })),
  counts: fields<CoverageCounts>({ shown: count, total: count, excluded: count, differing: count }),
  filter,
  subscriptions: list(fields<CoverageView['subscriptions'][number]>({ id: text, name: text })),
  azure: oneOf('read', 'signedOut', 'failed'),
  problem: nullable(problem),
});

/** Checked by the page. */
export const isCoverageHostMessage: Shape<CoverageHostMessage> = fields<CoverageHostMessage>({ kind: oneOf('view'), view });

/** Checked by the extension. */
export const isCoveragePageMessage: Shape<CoveragePageMessage> = variant<CoveragePageMessage>('kind', {
  ready: fields<MessageOf<'ready'>>({ kind: oneOf('ready') }),
  refresh: fields<MessageOf<'refresh'>>({ kind: oneOf('refresh') }),
  signIn: fields<MessageOf<'signIn'>>({ kind: oneOf('signIn') }),
  openWorkbook: fields<MessageOf<'openWorkbook'>>({ kind: oneOf('openWorkbook') }),
  filter: fields<MessageOf<'filter'>>({ kind: oneOf('filter'), filter }),
  export: fields<MessageOf<'export'>>({ kind: oneOf('export'), format: oneOf(...coverageExports) }),
  openAccount: fields<MessageOf<'openAccount'>>({ kind: oneOf('openAccount'), accountId: text }),
});
