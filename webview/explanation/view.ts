import { actionWords } from '../../src/core/diagnose/action-words';
import type { Explanation } from '../../src/core/diagnose/explanation';
import { valueLines } from '../../src/core/report/explanation-values';
import type { ExplanationPageMessage, ExplanationView } from '../../src/protocol/explanation';
import { drawnAnew } from '../drawn-anew';
import { elements, type Elements } from '../elements';
import { adviceOf } from '../explanation-section';
import { problemBox } from '../problem-box';

export type Wish = (message: ExplanationPageMessage) => void;

/** Draws what an error means. */
export function createView(document: Document, wish: Wish): { show(view: ExplanationView): void } {
  const h = elements(document);
  const page = document.getElementById('page');
  const status = document.getElementById('status');
  return {
    show: (view) => {
      if (!page || !status) return;
      drawnAnew(page, () => page.replaceChildren(...sections(h, view, wish)));
      page.setAttribute('aria-busy', String(view.decoding));
      status.textContent = spoken(view);
    },
  };
}

function spoken({ explanation, decoding, problem }: ExplanationView): string {
  if (decoding) return 'AWS is asked for the reason.';
  return problem?.message ?? explanation.title;
}

function sections(h: Elements, view: ExplanationView, wish: Wish): readonly HTMLElement[] {
  const { explanation, connector, problem } = view;
  return [
    h('h1', { tabindex: '-1' }, h.data(explanation.title)),
    ...(connector === null ? [] : [h('p', { class: 'quiet' }, 'Connector: ', h.data(connector))]),
    h('p', {}, h.data(explanation.cause)),
    ...(problem === null ? [] : [problemBox(h, problem, { title: 'The reason could not be decoded', speaker: 'AWS' })]),
    buttons(h, view, wish),
    ...adviceOf(h, explanation, 'h2'),
    ...told(h, explanation),
    h('h2', {}, 'The text'),
    h('pre', { tabindex: '0', 'aria-label': 'The text that was explained' }, h.data(explanation.message)),
    ...(explanation.id === null ? [] : [h('p', { class: 'quiet' }, h.data(explanation.id))]),
  ];
}

function buttons(h: Elements, { explanation, decoding }: ExplanationView, wish: Wish): HTMLElement {
  const actions = explanation.actions.map((action, index) => {
    const label = action === 'decode' && decoding ? 'Decoding…' : actionWords[action].label;
    return h.button({ label, key: action, primary: index === 0, waiting: action === 'decode' && decoding, onClick: () => wish({ kind: 'act', action }) });
  });
  return h(
    'div',
    { class: 'actions' },
    ...actions,
    h.button({ label: 'Copy as Markdown', key: 'copy', onClick: () => wish({ kind: 'copy' }) }),
    h.button({ label: 'Explain another error…', key: 'explainOther', onClick: () => wish({ kind: 'explainOther' }) }),
  );
}

function told(h: Elements, explanation: Explanation): readonly HTMLElement[] {
  const { encoded: _standsBelow, ...values } = explanation.values;
  const lines = valueLines({ values });
  return lines.length === 0 ? [] : [h('h2', {}, 'Told by the text'), h('ul', {}, ...lines.map((line) => h('li', {}, h.data(line))))];
}
