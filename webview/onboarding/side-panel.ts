import { shownProblems, type FieldProblem } from '../../src/core/onboarding/wizard-state';
import type { Elements } from '../elements';
import { templateWords } from './template-words';
import type { Part } from './tools';

/** The files as they will be written, with the lines marked in which something is wrong. */
export function sidePanel(h: Elements): Part {
  const name = h('h3', {});
  const code = h('div', { class: 'file', tabindex: '0', role: 'region', 'aria-label': 'Connector file' });
  const template = h('p', {});
  let shown = '';
  return {
    element: h('aside', { class: 'panel', 'aria-label': 'Files to be written' }, h('h2', {}, 'Preview'), name, code, h('h3', {}, 'Template'), template),
    update: ({ wizard, preview }) => {
      if (!preview) return;
      const problems = shownProblems(wizard);
      const drawing = JSON.stringify([preview.text, problems]);
      name.replaceChildren(h.data(preview.files[0]?.name ?? ''));
      template.textContent = templateWords(preview.template);
      if (drawing === shown) return;
      shown = drawing;
      code.replaceChildren(...preview.text.replace(/\n$/, '').split('\n').slice(0, longest).map((line, at) => fileLine(h, line, problems.filter((each) => each.line === at))));
    },
  };
}

/** Lines that are drawn: a file of that length is read in an editor. */
const longest = 2_000;

function fileLine(h: Elements, line: string, problems: readonly FieldProblem[]): HTMLElement {
  if (problems.length === 0) return h('div', { class: 'line' }, line === '' ? ' ' : line);
  return h(
    'div',
    { class: 'line wrong' },
    line,
    h('div', { class: 'mark' }, h('span', { 'aria-hidden': 'true' }, '✗ '), h.data(problems.map(({ message }) => message).join(' '))),
  );
}
