import type { Note } from '../../src/core/onboarding/facts';
import type { Elements } from '../elements';

/** A sentence with the page that says so. VS Code opens the link outside, after its own question. */
export const noteLine = (h: Elements, { text, url, title }: Note, ...more: readonly (HTMLElement | string)[]): HTMLElement =>
  h('p', { class: 'note' }, `${text} `, ...more, ' ', h('a', { href: url, title: url }, title));
