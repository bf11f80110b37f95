import type { CoverageCounts, CoveragePageMessage, CoverageView } from '../../src/protocol/coverage';
import { drawnAnew } from '../drawn-anew';
import { elements, type Elements } from '../elements';
import { problemBox } from '../problem-box';
import { coverageChart } from './coverage-chart';
import { coverageMatrix } from './coverage-matrix';
import { filterBar } from './filter-bar';

export type Wish = (message: CoveragePageMessage) => void;

/** Draws the whole page anew; the field that is being typed in stays, so that focus and cursor are not disturbed. */
export function createView(document: Document, wish: Wish): { show(view: CoverageView): void } {
  const h = elements(document);
  const page = document.getElementById('page');
  const status = document.getElementById('status');
  const bar = filterBar(h, wish);
  const head = h('div', {});
  const body = h('div', {});

  return {
    show: (view) => {
      if (!page || !status) return;
      if (!page.contains(bar.element)) page.replaceChildren(h('h1', { tabindex: '-1' }, 'Coverage'), head, bar.element, body);
      drawnAnew(page, () => {
        bar.update(view);
        head.replaceChildren(...heading(h, view, wish));
        body.replaceChildren(...contents(h, view, wish));
      });
      page.setAttribute('aria-busy', String(view.phase === 'reading'));
      status.textContent = view.phase === 'reading' ? 'Reading connectors.' : countWords(view.counts);
    },
  };
}

function heading(h: Elements, { azure, problem, phase }: CoverageView, wish: Wish): readonly HTMLElement[] {
  const words = {
    read: 'From the connector files of this workspace and from Azure. Where both speak of an account, Azure’s word counts.',
    signedOut: 'From the connector files of this workspace. Sign in to Azure to see what is on.',
    failed: 'From the connector files of this workspace. Azure could not be read.',
  } as const;
  const button = (label: string, kind: 'refresh' | 'signIn' | 'openWorkbook') =>
    h.button({ label, key: kind, waiting: phase === 'reading' && kind === 'refresh', onClick: () => wish({ kind }) });
  return [
    h('p', { class: 'quiet' }, words[azure]),
    ...(problem === null ? [] : [problemBox(h, problem, { title: 'What went wrong', speaker: 'Azure' })]),
    h(
      'div',
      { class: 'actions' },
      button('Refresh', 'refresh'),
      ...(azure === 'signedOut' ? [button('Sign in to Azure', 'signIn')] : []),
      ...(['csv', 'markdown', 'svg'] as const).map((format) => h.button({ label: exportWords[format], key: `export-${format}`, onClick: () => wish({ kind: 'export', format }) })),
      button('Open workbook in Azure portal', 'openWorkbook'),
    ),
  ];
}

const exportWords = { csv: 'Export CSV…', markdown: 'Export Markdown…', svg: 'Export chart as SVG…' } as const;

function contents(h: Elements, view: CoverageView, wish: Wish): readonly HTMLElement[] {
  if (view.phase === 'reading') return [h('p', {}, 'Reading connectors…'), h('progress', { 'aria-label': 'Reading' })];
  if (view.counts.total === 0) return [h('p', {}, 'There is no connector in this workspace, and none was read from Azure.')];
  return [
    h('p', {}, countWords(view.counts)),
    ...(view.counts.shown === 0 ? [] : [h('h2', { id: 'chart' }, 'Accounts covered'), coverageChart(h, view, wish), h('h2', {}, 'Accounts'), coverageMatrix(h, view, wish)]),
  ];
}

function countWords({ shown, total, excluded, differing }: CoverageCounts): string {
  const accounts = shown === total ? `${total} ${total === 1 ? 'account' : 'accounts'}` : `${shown} of ${total} accounts`;
  const parts = [
    ...(excluded > 0 ? [`${excluded} left out on purpose`] : []),
    ...(differing > 0 ? [`${differing} in which the file and Azure differ`] : []),
  ];
  return `${[accounts, ...parts].join(', ')}.`;
}
