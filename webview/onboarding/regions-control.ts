import { answerAt } from '../../src/core/onboarding/answers';
import type { Field, FormRegion } from '../../src/core/onboarding/form';
import { fieldFrame } from './field-frame';
import type { PageState } from './page-state';
import type { Part, Tools } from './tools';

type RadioGroup = HTMLElement & { value: string };
type TextInput = HTMLElement & { value: string };
type Checkbox = HTMLElement & { checked: boolean };

/** All regions, or those that are ticked in a list that can be searched. */
export function regionsControl(tools: Tools, field: Field, regions: readonly FormRegion[]): Part {
  const { h, apply } = tools;
  const answer = (value: 'all' | readonly string[]) => apply({ type: 'answered', field: field.id, value });
  let chosen: readonly string[] | 'all' = 'all';

  const group = h(
    'vscode-radio-group',
    { orientation: 'horizontal', name: field.id, 'aria-labelledby': 'label-regions' },
    h('span', { slot: 'label', id: 'label-regions' }, field.label),
    h('vscode-radio', { value: 'all' }, 'All regions'),
    h('vscode-radio', { value: 'some' }, 'Only these'),
  ) as RadioGroup;
  group.addEventListener('change', () => {
    if (group.value === 'all' && chosen !== 'all') answer('all');
    if (group.value === 'some' && chosen === 'all') answer([]);
  });

  const rows = regions.map((region) => regionRow(tools, region, (on) => {
    const others = chosen === 'all' ? [] : chosen.filter((code) => code !== region.code);
    answer(on ? [...others, region.code] : others);
  }));
  const search = h('vscode-text-field', { placeholder: 'eu-west' }, 'Search regions') as TextInput;
  search.addEventListener('input', () => rows.forEach((row) => row.filter(search.value)));
  const list = h('div', { class: 'regions', role: 'group', 'aria-label': 'Regions' }, ...rows.map(({ element }) => element));
  const some = h('div', {}, search, list);

  return fieldFrame(tools, field, {
    input: group,
    content: [group, some],
    update: ({ wizard }: PageState) => {
      const value = answerAt(wizard.answers, field.id) ?? 'all';
      chosen = Array.isArray(value) ? value.map(String) : 'all';
      group.value = chosen === 'all' ? 'all' : 'some';
      some.toggleAttribute('hidden', chosen === 'all');
      rows.forEach((row) => row.show(chosen !== 'all' && chosen.includes(row.code)));
    },
  });
}

function regionRow({ h }: Tools, { code, name, without }: FormRegion, onChange: (on: boolean) => void) {
  const box = h('vscode-checkbox', {}, name === null ? code : `${code}, ${name}`) as Checkbox;
  const note = without.length === 0 ? [] : [h('p', { class: 'help' }, `Not supported here: ${without.join(', ')}.`)];
  const element = h('div', {}, box, ...note);
  let shown = false;
  box.addEventListener('change', () => {
    if (box.checked !== shown) onChange(box.checked);
  });
  return {
    code,
    element,
    show: (on: boolean) => {
      shown = on;
      box.checked = on;
    },
    filter: (text: string) => element.toggleAttribute('hidden', !`${code} ${name ?? ''}`.toLowerCase().includes(text.trim().toLowerCase())),
  };
}
