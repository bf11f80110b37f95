import { answerAt } from '../../src/core/onboarding/answers';
import { stackWords, templateWords } from './template-words';
import type { Part, Tools } from './tools';

/** The template before it is written: its size, its stack, the names of its roles, and all of it on a button. */
export function templateBox({ h, wish }: Tools): Part {
  const size = h('p', {});
  const stack = h('p', {});
  const label = h('p', { class: 'label' });
  const roles = h('ul', {});
  let file = -1;
  const show = h.button({ label: 'Show template', onClick: () => wish({ kind: 'compare', file }) });
  return {
    element: h('section', { class: 'box', 'aria-labelledby': 'template-heading' }, h('h3', { id: 'template-heading' }, 'Template'), size, stack, label, roles, h('div', { class: 'look-up' }, show)),
    update: ({ wizard, preview }) => {
      size.replaceChildren(h.data(preview ? templateWords(preview.template) : ''));
      stack.replaceChildren(h.data(stackWords(wizard.answers)));
      // What is in the portal's template nobody here has written.
      label.textContent = answerAt(wizard.answers, 'deployment.templateFrom') === 'portal' ? 'Roles that the plans need in it' : 'Its roles';
      const names = [...new Set(preview?.effects.flatMap((effect) => effect.roles.map(({ name }) => name)))];
      roles.replaceChildren(...names.map((name) => h('li', {}, h('code', {}, h.data(name)))));
      file = preview?.files.findIndex(({ kind }) => kind === 'template') ?? -1;
      show.toggleAttribute('hidden', file < 0);
    },
  };
}
