import { answerAt } from '../../src/core/onboarding/answers';
import type { Field, OnboardingForm } from '../../src/core/onboarding/form';
import { isOn } from '../../src/core/onboarding/switch-answer';
import { controlFor } from './control-for';
import { effectList } from './effect-list';
import { fold } from './fold';
import { noteLine } from './note-line';
import type { PageState } from './page-state';
import type { Part, Tools } from './tools';

/** Every plan with its switch, its settings, what it needs and what it makes in AWS. */
export function plansStep(tools: Tools, form: OnboardingForm): Part {
  const { h } = tools;
  const always = effectList(h, 'foundational');
  const role = h('code', {});
  const plans = form.fields.filter(({ kind }) => kind === 'plan').map((field) => planBox(tools, form, field));
  const foundational = form.plans.find(({ id }) => id === 'foundational');
  return {
    element: h(
      'div',
      {},
      h(
        'section',
        { class: 'box', 'aria-labelledby': 'plan-foundational' },
        h('h3', { id: 'plan-foundational' }, foundational?.label ?? ''),
        h('p', { class: 'help' }, 'Always on.'),
        always.element,
      ),
      ...plans.map(({ element }) => element),
      noteLine(h, form.notes.cloudTrail, role),
    ),
    update: (state) => {
      always.update(state);
      plans.forEach((plan) => plan.update(state));
      role.textContent = monitorArn(state);
    },
  };
}

function planBox(tools: Tools, form: OnboardingForm, field: Field): Part {
  const { h } = tools;
  const id = field.id.replace('plans.', '');
  const toggle = controlFor(tools, field, form);
  const settings = form.fields.filter((each) => each.id.startsWith(`${field.id}.`)).map((each) => controlFor(tools, each, form));
  const needs = form.requirements
    .filter(({ plan }) => plan === id)
    .map(({ setting, ...note }) => ({ setting, item: h('li', {}, `${note.text} `, h('a', { href: note.url }, note.title)) }));
  const effects = effectList(h, id);
  const price = form.plans.find((plan) => plan.id === id)?.price;
  const configure = fold(h, { label: `Configure ${field.label}`, content: settings.map(({ element }) => element), holds: (each) => each.startsWith(`${field.id}.`) });
  const when = h(
    'div',
    { class: 'plan' },
    configure.element,
    h('details', {}, h('summary', {}, `What ${field.label} needs`), h('ul', {}, ...needs.map(({ item }) => item))),
    effects.element,
  );
  return {
    element: h('section', { class: 'box', 'aria-label': field.label }, toggle.element, ...(price ? [noteLine(h, price)] : []), when),
    update: (state) => {
      const { answers } = state.wizard;
      toggle.update(state);
      settings.forEach((setting) => setting.update(state));
      configure.update(state);
      effects.update(state);
      when.toggleAttribute('hidden', !isOn(answerAt(answers, field.id)));
      for (const { setting, item } of needs) item.toggleAttribute('hidden', setting !== null && !isOn(answerAt(answers, `${field.id}.${setting}`)));
    },
  };
}

function monitorArn({ wizard, preview }: PageState): string {
  const account = answerAt(wizard.answers, 'account.id');
  const name = preview?.effects.flatMap(({ roles }) => roles).find(({ id }) => id === 'cspmMonitor')?.name;
  return `arn:aws:iam::${typeof account === 'string' && account !== '' ? account : '<account>'}:role/${name ?? '…'}`;
}
