import type { Change } from './change';
import type { Slice } from './cut';
import type { Section } from './section';

export interface SectionKeeper {
  /** The section that was read from the same characters, if it may be kept. */
  find(slice: Slice): Section | undefined;
  /** Moves all that were found to where they now stand. */
  move(): void;
}

/** Finds sections of a previous text that lie before or behind all that changed. */
export function sectionKeeper(sections: readonly Section[], { before, behind, moved }: Change): SectionKeeper {
  const byStart = new Map(sections.map((section) => [section.origin.offset, section]));
  const found: { readonly section: Section; readonly start: number }[] = [];
  return {
    find({ start, end, role }) {
      const old = end <= before ? start : start >= behind ? start - moved : undefined;
      const section = old === undefined ? undefined : byStart.get(old);
      if (section?.length !== end - start || section.role !== role) return undefined;
      found.push({ section, start });
      return section;
    },
    move() {
      for (const { section, start } of found) section.origin.offset = start;
    },
  };
}
