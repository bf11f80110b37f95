import type { Origin } from './section-span';
import type { Section } from './sections/section';

/** Finds the origin of the section that a place belongs to: as long as the section is kept, the place can be told from it. */
export function originFinder(sections: readonly Section[]): (offset: number) => Origin | undefined {
  return (offset) => {
    let low = 0;
    let high = sections.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((sections[middle]?.origin.offset ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const origin = sections[low]?.origin;
    return origin && origin.offset <= offset ? origin : undefined;
  };
}
