import type { Field } from '../../src/core/onboarding/form';
import { isAsked } from '../../src/core/onboarding/is-asked';
import { shownProblems } from '../../src/core/onboarding/wizard-state';
import { lookUpButton } from './look-up-button';
import type { PageState } from './page-state';
import type { Part, Tools } from './tools';

interface FrameOptions {
  /** What carries the description and the mark of a mistake. */
  readonly input: HTMLElement;
  readonly content: readonly HTMLElement[];
  update(state: PageState): void;
}

/** What every field has around its input: its help, and what is wrong with it. Hidden while the field is not asked. */
export function fieldFrame(tools: Tools, field: Field, { input, content, update }: FrameOptions): Part {
  const { h, describe, apply } = tools;
  const lookUp = lookUpButton(tools, field.id);
  const problem = h('p', { class: 'problem' });
  const help = h('p', { class: 'help' }, field.help);
  const element = h('div', { class: 'field', 'data-field': field.id }, ...content, help, problem, lookUp.element);
  element.addEventListener('focusout', ({ target, relatedTarget }) => {
    // To its own button, or from there to VS Code's list: its answer is still being given.
    const stays = relatedTarget === null ? contains(lookUp.element, target) : contains(element, relatedTarget);
    if (!stays) apply({ type: 'left', field: field.id });
  });
  return {
    element,
    update: (state) => {
      element.toggleAttribute('hidden', !isAsked(field, state.wizard.answers));
      const told = shownProblems(state.wizard).filter((each) => each.field === field.id);
      const invalid = told.some(({ severity }) => severity === 'error');
      const words = told.map(({ message }) => message).join(' ');
      problem.replaceChildren(...(words === '' ? [] : [h('span', { 'aria-hidden': 'true' }, invalid ? '✗ ' : '⚠ '), h.data(words)]));
      element.toggleAttribute('data-invalid', invalid);
      describe(input, [words, field.help].filter(Boolean).join(' '), invalid);
      lookUp.update(state);
      update(state);
    },
  };
}

const contains = (element: HTMLElement, target: EventTarget | null): boolean => target instanceof Node && element.contains(target);
