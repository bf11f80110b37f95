import type { Explanation } from '../src/core/diagnose/explanation';
import { shorten, type Elements } from './elements';

/** What an error means and what to do, where it is known; else one sentence that it is not. */
export function explanationSection(h: Elements, explanation: Explanation): readonly HTMLElement[] {
  const { id, title, cause } = explanation;
  return [
    h('h3', {}, id === null ? 'What it means' : h.data(title)),
    h('p', {}, h.data(id === null ? 'This error is not known here.' : cause)),
    ...adviceOf(h, explanation, 'h3'),
  ];
}

/** What to do, what to take care of, and where that is known from. */
export function adviceOf(h: Elements, explanation: Explanation, heading: 'h2' | 'h3'): readonly HTMLElement[] {
  const { steps, hazard, note, commands, sources } = explanation;
  return [
    ...(hazard === null ? [] : [h('p', { class: 'box warning' }, h('strong', {}, 'Careful: '), h.data(hazard))]),
    h(heading, {}, 'What to do'),
    h('ol', {}, ...steps.map((step) => h('li', {}, h.data(step)))),
    ...(note === null ? [] : [h('p', { class: 'quiet' }, h.data(note))]),
    ...(commands.length === 0 ? [] : [folded(h, 'Commands that help', commands, 'code')]),
    ...(sources.length === 0 ? [] : [folded(h, sourcesTitle(explanation), sources, '')]),
  ];
}

const folded = (h: Elements, title: string, lines: readonly string[], name: string): HTMLElement =>
  h('details', {}, h('summary', {}, title), h('ul', name === '' ? {} : { class: name }, ...lines.map((line) => h('li', {}, h.data(line)))));

function sourcesTitle({ basis, checked }: Explanation): string {
  const words = { documented: 'documented', reported: 'reported in public', inferred: 'partly our conclusion', secondary: 'not official' };
  return `Sources (${basis === null ? 'unknown' : words[basis]}, compared ${shorten(checked ?? 'never')})`;
}
