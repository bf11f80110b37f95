import type { Change } from './change';
import type { Slice } from './cut';
import type { Section } from './section';

export interface SectionKeeper {
  /** The section that was read from the same characters, if it may be kept. To be asked in the order of the text. */
  find(slice: Slice): Section | undefined;
}

/** Finds sections of a previous text that lie before or behind all that changed. */
export function sectionKeeper(sections: readonly Section[], { before, behind, moved }: Change): SectionKeeper {
  let at = 0;
  const startOf = (index: number): number => sections[index]?.origin.offset ?? Infinity;
  return {
    find({ start, end, role }) {
      if (end > before && start < behind) return undefined;
      const old = end <= before ? start : start - moved;
      while (startOf(at) < old) at++;
      const section = sections[at];
      return startOf(at) === old && section?.length === end - start && section.role === role ? section : undefined;
    },
  };
}
