import type { DocumentText } from './document-text';
import type { DocumentReader, LocatedDocument } from './located';
import { finished } from './finished';
import { PiecedText } from './pieced-text';
import { readJson } from './read-json';
import { readYaml } from './read-yaml';
import type { Section } from './sections/section';
import { readOneAnew } from './sections/read-one-anew';
import { readSections, type SectionedDocument } from './sections/read-sections';
import type { SyntaxError } from './syntax-errors';

/** Well over what CloudFormation accepts: a longer file is refused unread, so that typing never waits for it. */
const maxLength = 1_500_000;

/** Reads YAML or JSON into located values. Whatever cannot be read becomes a syntax error. */
export const readDocument: DocumentReader = (text, format) => finished(readingSteps(text, format));

/**
 * Reads a document again after its text changed: what `readDocument` gives, at the cost of what the change touches.
 * The previous document is used up: its places now are places of the new text.
 */
export const rereadDocument = (previous: LocatedDocument, text: DocumentText): LocatedDocument =>
  previous.text === text ? previous : finished(readingSteps(text, previous.format, previous));

/** Reads in steps of a few milliseconds, for who has other things to do in between. */
export function* readingSteps(text: DocumentText, format: 'yaml' | 'json', previous?: LocatedDocument): Generator<void, LocatedDocument> {
  if (text.length > maxLength) return refused(text, format, tooLong(text));
  const pieces = PiecedText.of(text);
  const known = previous?.format === format ? kept.get(previous) : undefined;
  const sectioned = (known && readOneAnew(known, pieces)) ?? (yield* readAll(pieces, format, known));
  if (!('sections' in sectioned)) return sectioned;
  kept.set(sectioned.document, sectioned);
  return sectioned.document;
}

/** How a document was cut; undefined for one that was read as a whole. */
export const sectionedOf = (document: LocatedDocument): SectionedDocument | undefined => kept.get(document);

/** Its sections, in the order of the text. */
export const sectionsOf = (document: LocatedDocument): readonly Section[] | undefined => kept.get(document)?.sections;

const kept = new WeakMap<LocatedDocument, SectionedDocument>();

function* readAll(text: PiecedText, format: 'yaml' | 'json', known: SectionedDocument | undefined): Generator<void, SectionedDocument | LocatedDocument> {
  const whole = text.toString();
  const nul = whole.indexOf('\0');
  if (nul >= 0) return refused(text, format, { message: 'This file holds binary data (a NUL character). Save it as UTF-8 text.', span: { start: nul, end: nul + 1 } });
  return (yield* readSections(text, format, known)) ?? (format === 'json' ? readJson(whole) : readYaml(whole));
}

const refused = (text: DocumentText, format: 'yaml' | 'json', error: SyntaxError): LocatedDocument => ({ text, format, root: undefined, syntaxErrors: [error] });

const tooLong = ({ length }: DocumentText): SyntaxError => ({
  message: `This file has ${(length / 1_000_000).toFixed(1)} million characters, and CloudFormation accepts at most 1 MB. Split it to have it checked.`,
  span: { start: 0, end: 0 },
});
