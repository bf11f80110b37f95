import { readJsonMember } from '../read-json';
import { type Origin, spanMaker } from '../section-span';
import { syntaxErrors } from '../syntax-errors';
import type { Slice } from './cut';
import type { Section } from './section';

/** Undefined where a mistake reaches beyond the slice: then only the whole text can tell. */
export function readJsonSection(text: string, { start, end, role }: Slice): Section | undefined {
  const origin: Origin = { offset: 0 };
  const spanAt = spanMaker(origin);
  const slice = text.slice(start, end);
  const errors = syntaxErrors(slice, spanAt);
  const entry = readJsonMember(slice, { errors, spanAt, depth: role === 'child' ? 2 : 1, isKeyOnly: role === 'header' });
  origin.offset = start;
  return entry && { origin, length: end - start, role, entries: [entry], errors: errors.all, isHalfTyped: false, hasAnchors: false, hasOpenAliases: false, values: 0 };
}
