import { stackWords, templateWords } from './template-words';
import type { Part, Tools } from './tools';

/** The template before it is written: its size, its stack, the names of its roles, and all of it on a button. */
export function templateBox({ h, wish }: Tools): Part {
  const size = h('p', {});
  const stack = h('p', {});
  const roles = h('ul', {});
  let file = -1;
  const show = h.button({ label: 'Show template', onClick: () => wish({ kind: 'compare', file }) });
  return {
    element: h('section', { class: 'box', 'aria-labelledby': 'template-heading' }, h('h3', { id: 'template-heading' }, 'Template'), size, stack, h('p', { class: 'label' }, 'Its roles'), roles, h('div', { class: 'look-up' }, show)),
    update: ({ wizard, preview }) => {
      size.replaceChildren(h.data(preview ? templateWords(preview.template) : ''));
      stack.replaceChildren(h.data(stackWords(wizard.answers)));
      const names = [...new Set(preview?.effects.flatMap((effect) => effect.roles.map(({ name }) => name)))];
      roles.replaceChildren(...names.map((name) => h('li', {}, h('code', {}, h.data(name)))));
      file = preview?.files.findIndex(({ kind }) => kind === 'template') ?? -1;
      show.toggleAttribute('hidden', file < 0);
    },
  };
}
