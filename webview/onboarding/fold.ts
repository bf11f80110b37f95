import { shownProblems } from '../../src/core/onboarding/wizard-state';
import type { Elements } from '../elements';
import type { Part } from './tools';

export interface FoldOptions {
  readonly label: string;
  readonly content: readonly HTMLElement[];
  /** Whether a field is in it. */
  readonly holds: (field: string) => boolean;
}

/** Fields that can be folded away. Its heading tells what is wrong in it, since nobody sees that while it is closed. */
export function fold(h: Elements, { label, content, holds }: FoldOptions): Part {
  const mark = h('span', { class: 'mark' });
  return {
    element: h('details', {}, h('summary', {}, label, mark), ...content),
    update: ({ wizard }) => {
      const inside = shownProblems(wizard).filter(({ field }) => field !== null && holds(field));
      const isWrong = inside.some(({ severity }) => severity === 'error');
      mark.textContent = inside.length === 0 ? '' : isWrong ? ' ✗ has errors' : ' ⚠ has warnings';
    },
  };
}
