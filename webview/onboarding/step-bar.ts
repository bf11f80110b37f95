import { steps } from '../../src/core/onboarding/steps';
import { hasErrors } from '../../src/core/onboarding/wizard-state';
import type { Part, Tools } from './tools';

/** Where one is, what is done, and where something is wrong. */
export function stepBar({ h, apply }: Tools): Part {
  const items = steps.map(({ id, title }, index) => {
    const mark = h('span', { class: 'mark' });
    const button = h('button', { type: 'button' }, `${index + 1}. ${title}`, mark);
    button.addEventListener('click', () => apply({ type: 'wentTo', step: id }));
    return { id, button, mark };
  });
  return {
    element: h('nav', { 'aria-label': 'Steps' }, h('ol', { class: 'steps' }, ...items.map(({ button }) => h('li', {}, button)))),
    update: ({ wizard }) => {
      for (const { id, button, mark } of items) {
        const wrong = wizard.tried.includes(id) && hasErrors(wizard.problems, id);
        mark.textContent = wrong ? ' ✗ has errors' : '';
        if (wizard.step === id) button.setAttribute('aria-current', 'step');
        else button.removeAttribute('aria-current');
      }
    },
  };
}
