import { lastUpTo } from './last-up-to';
import type { Origin } from './section-span';
import { type Section, startOf } from './sections/section';

/** Finds the origin of the section that a place belongs to: as long as the section is kept, the place can be told from it. */
export function originFinder(sections: readonly Section[]): (offset: number) => Origin | undefined {
  return (offset) => sections[lastUpTo(sections, offset, startOf)]?.origin;
}
