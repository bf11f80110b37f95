import { reportDuplicateKeys } from '../duplicate-keys';
import { difference, spliced } from '../difference';
import type { LocatedDocument, LocatedEntry } from '../located';
import { PiecedText } from '../pieced-text';
import { readingLimits } from '../reading-limits';
import { syntaxErrors } from '../syntax-errors';
import { changeBetween } from './change';
import type { Cut, Part, Slice } from './cut';
import { cutJson } from './cut-json';
import { cutYaml } from './cut-yaml';
import { type EarlierCut, earlierCut } from './earlier-cut';
import { mapOf } from './map-of';
import { readJsonSection } from './read-json-section';
import { copied } from './read-one-anew';
import { readYamlSection } from './read-yaml-section';
import type { Section } from './section';
import { type SectionKeeper, sectionKeeper } from './section-keeper';
import { cutOf, type Shape, shapeOf } from './shape';

/** A document whose sections can be kept when its text changes. */
export interface SectionedDocument {
  readonly document: LocatedDocument;
  readonly shape: Shape;
  readonly sections: readonly Section[];
  /** What was asked of the text of each section, by question. */
  readonly answers: Map<symbol, unknown[]>;
}

/** Characters that are read between two pauses: some milliseconds, also for a process that reads its first file. */
const stride = 16_000;

/**
 * Reads a text section by section, and keeps those of a previous text that the change does not touch: these move to
 * where they now stand, so that places read before are places of the new text. Undefined where sections cannot be told
 * apart. Pauses now and then while much is to be read.
 */
export function* readSections(pieces: PiecedText, format: Format, previous?: SectionedDocument): Generator<void, SectionedDocument | undefined> {
  const known = previous && whatIsKnown(previous, pieces);
  const text = pieces.toString();
  const cut = format === 'json' ? cutJson(text, known?.cut) : cutYaml(text, known?.cut);
  const slices = cut && slicesOf(cut);
  const sections = slices && (yield* sectionsOf(text, format, slices, known?.keeper));
  if (!sections) return undefined;
  slices.forEach(({ start }, index) => moveTo(start, sections[index]));
  const document = assembled(pieces, format, cut, sections);
  return document && { document, shape: shapeOf(cut), sections, answers: keptAnswers(previous, sections) };
}

/** What was asked of sections that are kept need not be asked again. */
function keptAnswers(previous: SectionedDocument | undefined, sections: readonly Section[]): SectionedDocument['answers'] {
  if (!previous) return new Map();
  const changed = difference(previous.sections, sections);
  const unasked = changed.added.map(() => undefined);
  return new Map(Array.from(previous.answers, ([question, answers]) => [question, [...spliced(answers, changed, unasked)]]));
}

/** Only when all are there: a previous text that cannot be gone on from keeps its places. */
function moveTo(start: number, section: Section | undefined): void {
  if (section) section.origin.offset = start;
}

type Format = 'yaml' | 'json';

interface Known {
  readonly cut: EarlierCut;
  readonly keeper: SectionKeeper;
}

function whatIsKnown({ document, shape, sections }: SectionedDocument, text: PiecedText): Known {
  const change = changeBetween(PiecedText.of(document.text), text);
  return { cut: earlierCut(cutOf(shape, sections), change, document.text.length), keeper: sectionKeeper(sections, change) };
}

function* sectionsOf(text: string, format: Format, slices: readonly Slice[], keeper: SectionKeeper | undefined): Generator<void, readonly Section[] | undefined> {
  const sections: Section[] = [];
  let unpaused = 0;
  for (const slice of slices) {
    const kept = keeper?.find(slice);
    const section = kept ?? readSlice(text, format, slice, keeper !== undefined);
    if (!section) return undefined;
    sections.push(section);
    if (!kept) unpaused += section.length;
    if (unpaused < stride) continue;
    unpaused = 0;
    yield;
  }
  return sections;
}

/** Aliases can reach into other sections, or be too many together; and words alone are no keys, but one text. */
function belongTogether({ parts }: Cut, sections: readonly Section[]): boolean {
  if (sections.some(({ hasOpenAliases }) => hasOpenAliases) && sections.some(({ hasAnchors }) => hasAnchors)) return true;
  if (sections.reduce((sum, { values }) => sum + values, 0) > readingLimits.values) return true;
  if (!sections.some(({ isHalfTyped }) => isHalfTyped)) return false;
  let index = 0;
  const isText = (count: number): boolean => sections.slice(index, (index += count)).every((section) => section.isHalfTyped);
  const texts = parts.map(({ children }) => ({ own: isText(1), inside: children !== undefined && isText(children.length) }));
  return texts.every(({ own }) => own) || texts.some(({ inside }) => inside);
}

const slicesOf = ({ parts }: Cut): readonly Slice[] => parts.flatMap(({ slice, children = [] }) => [slice, ...children]);

/** Later texts are read from a copy of the slice: strings cut out of a text keep all of it in memory. */
function readSlice(text: string, format: Format, slice: Slice, isLater: boolean): Section | undefined {
  const source = isLater ? copyOf(text, slice) : { text, slice };
  const section = format === 'json' ? readJsonSection(source.text, source.slice) : readYamlSection(source.text, source.slice);
  if (section) section.origin.offset = slice.start;
  return section;
}

function copyOf(text: string, { start, end, role }: Slice): { readonly text: string; readonly slice: Slice } {
  const copy = copied(text.slice(start, end));
  return { text: copy, slice: { start: 0, end: copy.length, role } };
}

function assembled(text: PiecedText, format: Format, cut: Cut, sections: readonly Section[]): LocatedDocument | undefined {
  if (belongTogether(cut, sections)) return undefined;
  const { parts, span } = cut;
  const errors = syntaxErrors(text);
  let index = 0;
  const take = (): readonly LocatedEntry[] => {
    const section = sections[index++];
    for (const error of section?.errors ?? []) errors.addFound(error);
    return section?.entries ?? [];
  };
  const entries = parts.flatMap((part) => (part.children ? [entryOf(part, take, errors)] : take()));
  reportDuplicateKeys(entries, errors);
  return { text, format, root: mapOf(entries, span), syntaxErrors: errors.all };
}

function entryOf({ children = [], span }: Part, take: () => readonly LocatedEntry[], errors: Parameters<typeof reportDuplicateKeys>[1]): LocatedEntry {
  const [header] = take();
  const entries = children.flatMap(take);
  reportDuplicateKeys(entries, errors);
  const value = mapOf(entries, span);
  return { key: header?.key ?? { kind: 'scalar', value: null, span: value.span, style: 'plain' }, value };
}
