import type { Problem } from '../src/core/model/problem';
import type { Child, Elements } from './elements';

export interface ProblemWords {
  readonly title: string;
  /** Who gave the detail: `AWS`. */
  readonly speaker: string;
  /** What stands below what to do. */
  readonly more?: readonly Child[];
}

/** What the world refused: a sentence, what to do, and what it said itself. */
export const problemBox = (h: Elements, { message, action, detail }: Problem, { title, speaker, more = [] }: ProblemWords): HTMLElement =>
  h(
    'section',
    { class: 'box error', 'aria-labelledby': 'refused' },
    h('h2', { id: 'refused' }, title),
    h('p', {}, h.data(message)),
    ...(action === undefined ? [] : [h('p', {}, h.data(action))]),
    ...more,
    ...(detail === undefined ? [] : [h('details', {}, h('summary', {}, `What ${speaker} said`), h('pre', {}, h.data(detail)))]),
  );
