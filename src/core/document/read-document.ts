import type { DocumentReader, LocatedDocument } from './located';
import { finished } from './finished';
import { readJson } from './read-json';
import { readYaml } from './read-yaml';
import type { Section } from './sections/section';
import { readSections, type SectionedDocument } from './sections/read-sections';

/** Well over what CloudFormation accepts: a longer file is refused unread, so that typing never waits for it. */
const maxLength = 1_500_000;

/** Reads YAML or JSON into located values. Whatever cannot be read becomes a syntax error. */
export const readDocument: DocumentReader = (text, format) => finished(readingSteps(text, format));

/**
 * Reads a document again after its text changed: what `readDocument` gives, at the cost of what the change touches.
 * The previous document is used up: its places now are places of the new text.
 */
export const rereadDocument = (previous: LocatedDocument, text: string): LocatedDocument =>
  previous.text === text ? previous : finished(readingSteps(text, previous.format, previous));

/** Reads in steps of a few milliseconds, for who has other things to do in between. */
export function* readingSteps(text: string, format: 'yaml' | 'json', previous?: LocatedDocument): Generator<void, LocatedDocument> {
  const refused = refusal(text);
  if (refused) return { text, format, root: undefined, syntaxErrors: [refused] };
  const known = previous?.format === format ? kept.get(previous) : undefined;
  const sectioned = yield* readSections(text, format, known);
  if (!sectioned) return format === 'json' ? readJson(text) : readYaml(text);
  kept.set(sectioned.document, sectioned);
  return sectioned.document;
}

/** How a document was cut; undefined for one that was read as a whole. */
export const sectionedOf = (document: LocatedDocument): SectionedDocument | undefined => kept.get(document);

/** Its sections, in the order of the text. */
export const sectionsOf = (document: LocatedDocument): readonly Section[] | undefined => kept.get(document)?.sections;

const kept = new WeakMap<LocatedDocument, SectionedDocument>();

function refusal(text: string): LocatedDocument['syntaxErrors'][number] | undefined {
  if (text.length > maxLength) {
    const size = (text.length / 1_000_000).toFixed(1);
    return {
      message: `This file has ${size} million characters, and CloudFormation accepts at most 1 MB. Split it to have it checked.`,
      span: { start: 0, end: 0 },
    };
  }
  const nul = text.indexOf('\0');
  if (nul < 0) return undefined;
  return {
    message: 'This file holds binary data (a NUL character). Save it as UTF-8 text.',
    span: { start: nul, end: nul + 1 },
  };
}
