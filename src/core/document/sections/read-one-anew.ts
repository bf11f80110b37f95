import { lastUpTo } from '../last-up-to';
import { PiecedText } from '../pieced-text';
import { type Change, changeBetween } from './change';
import { isCutApart } from './cut';
import { isOneEntry } from './cut-yaml';
import { readJsonSection } from './read-json-section';
import type { SectionedDocument } from './read-sections';
import { readYamlSection } from './read-yaml-section';
import { type Section, startOf } from './section';
import { stretched } from './shape';
import { isAlike, nameIn, withOneSwapped } from './with-one-swapped';

/**
 * Goes on from a document when all that changed lies inside of one section, which still is one: nothing else of the text is
 * looked at. Undefined where there is more to do.
 */
export function readOneAnew({ document, shape, sections, answers }: SectionedDocument, text: PiecedText): SectionedDocument | undefined {
  if (!(document.text instanceof PiecedText) || document.syntaxErrors.length > 0) return undefined;
  const change = changeBetween(document.text, text);
  const { moved } = change;
  const around = sectionAround(sections, change);
  const now = around && readAgain(around.section, copied(text.slice(around.start, around.end)), document.format, around.end === text.length);
  if (!now) return undefined;
  const { index, start } = around;
  now.origin.offset = start;
  move(sections, index + 1, moved);
  const moving = stretched(shape, start, moved);
  const read = withOneSwapped(document, text, moving, { index, by: now });
  for (const known of answers.values()) known[index] = undefined;
  return read && { document: read, shape: moving, sections: sections.with(index, now), answers };
}

interface Around {
  readonly index: number;
  readonly section: Section;
  /** Where it stands in the new text. */
  readonly start: number;
  readonly end: number;
}

/** The section that all of a change lies in. */
function sectionAround(sections: readonly Section[], { before, behind, moved }: Change): Around | undefined {
  const index = lastUpTo(sections, before, startOf);
  const section = sections[index];
  if (!section) return undefined;
  const start = section.origin.offset;
  const end = start + section.length + moved;
  return behind <= end ? { index, section, start, end } : undefined;
}

/** Undefined for what is another thing now, or not one thing. */
function readAgain(old: Section, text: string, format: 'yaml' | 'json', isLast: boolean): Section | undefined {
  const now = readSame(old, text, format, isLast);
  return now && isAlike(old, now) ? now : undefined;
}

function readSame(old: Section, text: string, format: 'yaml' | 'json', isLast: boolean): Section | undefined {
  const { role } = old;
  const name = nameIn(old);
  if (role === 'header' || name === undefined || text.includes('\0') || (role === 'entry' && isCutApart(name))) return undefined;
  const slice = { start: 0, end: text.length, role };
  // What is read without a mistake to its end is one member, and cut as one.
  if (format === 'json') return readJsonSection(text, slice);
  const [entry] = old.entries;
  const column = entry ? entry.key.span.start - old.origin.offset : 0;
  return isOneEntry(text, role === 'entry' ? 0 : column, isLast) ? readYamlSection(text, slice) : undefined;
}

function move(sections: readonly Section[], from: number, by: number): void {
  for (let index = from; by !== 0 && index < sections.length; index++) {
    const section = sections[index];
    if (section) section.origin.offset += by;
  }
}

/** Strings cut out of a text keep all of it in memory. */
export const copied = (text: string): string => ` ${text}`.slice(1);
