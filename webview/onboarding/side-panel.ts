import { shownProblems } from '../../src/core/onboarding/wizard-state';
import type { PlannedFile } from '../../src/protocol/onboarding';
import type { Elements } from '../elements';
import { fileLines } from './file-lines';
import { templateWords } from './template-words';
import type { Part } from './tools';

/** The files as they will be written: the connector file with what is wrong marked in it, the others folded below. */
export function sidePanel(h: Elements): Part {
  const name = h('h3', {});
  const code = h('div', { class: 'file', tabindex: '0', role: 'region', 'aria-label': 'Connector file' });
  const drawLines = fileLines(h, code);
  const heading = h('h3', {});
  const template = h('p', {});
  const others = h('div', {});
  const folds: FoldedFile[] = [];
  return {
    element: h('aside', { class: 'panel', 'aria-label': 'Files to be written' }, h('h2', {}, 'Preview'), name, code, heading, template, others),
    update: ({ wizard, file, preview }) => {
      if (name.textContent !== file.name) name.replaceChildren(h.data(file.name));
      drawLines(file.text, shownProblems(wizard));
      const summary = preview?.template;
      heading.textContent = summary?.ok && summary.of === 'terraform' ? 'Terraform' : 'Template';
      const words = summary ? templateWords(summary) : 'It is being generated…';
      if (template.textContent !== words) template.textContent = words;
      const files = preview?.files.slice(1) ?? [];
      while (folds.length < files.length) folds.push(foldedFile(h, others, `panel-file-${folds.length}`));
      folds.forEach((fold, index) => fold.show(files[index]));
    },
  };
}

interface FoldedFile {
  /** Undefined: there is none any more. */
  show(file: PlannedFile | undefined): void;
}

/** A file that is drawn while somebody has it open, and not for nobody with every key press. */
function foldedFile(h: Elements, into: HTMLElement, id: string): FoldedFile {
  const name = h('summary', { id });
  const code = h('div', { class: 'file', tabindex: '0', role: 'region', 'aria-labelledby': id });
  const drawLines = fileLines(h, code);
  const fold = h('details', {}, name, code);
  let text = '';
  const draw = () => {
    if (fold.hasAttribute('open')) drawLines(text, []);
  };
  fold.addEventListener('toggle', draw);
  into.append(fold);
  return {
    show: (file) => {
      fold.toggleAttribute('hidden', file === undefined);
      if (!file || (text === file.text && name.textContent === file.name)) return;
      text = file.text;
      name.replaceChildren(h.data(file.name));
      draw();
    },
  };
}
