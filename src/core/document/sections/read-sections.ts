import { reportDuplicateKeys } from '../duplicate-keys';
import type { LocatedDocument, LocatedEntry, LocatedMap } from '../located';
import { syntaxErrors } from '../syntax-errors';
import { changeBetween } from './change';
import type { Cut, Part, Slice } from './cut';
import { cutJson } from './cut-json';
import { cutYaml } from './cut-yaml';
import { type EarlierCut, earlierCut } from './earlier-cut';
import { readJsonSection } from './read-json-section';
import { readYamlSection } from './read-yaml-section';
import type { Section } from './section';
import { type SectionKeeper, sectionKeeper } from './section-keeper';

/** A document whose sections can be kept when its text changes. */
export interface SectionedDocument {
  readonly document: LocatedDocument;
  readonly cut: Cut;
  readonly sections: readonly Section[];
}

/** Characters that are read between two pauses: some milliseconds, also for a process that reads its first file. */
const stride = 16_000;

/**
 * Reads a text section by section, and keeps those of a previous text that the change does not touch: these move to
 * where they now stand, so that places read before are places of the new text. Undefined where sections cannot be told
 * apart. Pauses now and then while much is to be read.
 */
export function* readSections(text: string, format: Format, previous?: SectionedDocument): Generator<void, SectionedDocument | undefined> {
  const known = previous && whatIsKnown(previous, text);
  const cut = format === 'json' ? cutJson(text, known?.cut) : cutYaml(text, known?.cut);
  const sections = cut && (yield* sectionsOf(text, format, cut, known?.keeper));
  if (!sections) return undefined;
  known?.keeper.move();
  return belongTogether(cut, sections) ? undefined : { document: assembled(text, format, cut, sections), cut, sections };
}

type Format = 'yaml' | 'json';

interface Known {
  readonly cut: EarlierCut;
  readonly keeper: SectionKeeper;
}

function whatIsKnown({ document, cut, sections }: SectionedDocument, text: string): Known {
  const change = changeBetween(document.text, text);
  return { cut: earlierCut(cut, change, document.text.length), keeper: sectionKeeper(sections, change) };
}

function* sectionsOf(text: string, format: Format, cut: Cut, keeper: SectionKeeper | undefined): Generator<void, readonly Section[] | undefined> {
  const sections: Section[] = [];
  let unpaused = 0;
  for (const slice of slicesOf(cut)) {
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

/** Aliases reach into other sections; and words alone are no keys, but one text. */
function belongTogether({ parts }: Cut, sections: readonly Section[]): boolean {
  if (sections.some(({ hasAnchors }) => hasAnchors) && sections.some(({ hasAliases }) => hasAliases)) return true;
  if (!sections.some(({ isHalfTyped }) => isHalfTyped)) return false;
  let index = 0;
  const isText = (count: number): boolean => sections.slice(index, (index += count)).every((section) => section.isHalfTyped);
  const texts = parts.map(({ children }) => ({ own: isText(1), inside: children !== undefined && isText(children.length) }));
  return texts.every(({ own }) => own) || texts.some(({ inside }) => inside);
}

function* slicesOf({ parts }: Cut): Generator<Slice> {
  for (const { slice, children } of parts) {
    yield slice;
    if (children) yield* children;
  }
}

/** Later texts are read from a copy of the slice: strings cut out of a text keep all of it in memory. */
function readSlice(text: string, format: Format, slice: Slice, isLater: boolean): Section | undefined {
  const source = isLater ? copyOf(text, slice) : { text, slice };
  const section = format === 'json' ? readJsonSection(source.text, source.slice) : readYamlSection(source.text, source.slice);
  if (section) section.origin.offset = slice.start;
  return section;
}

function copyOf(text: string, { start, end, role }: Slice): { readonly text: string; readonly slice: Slice } {
  const copy = ` ${text.slice(start, end)}`.slice(1);
  return { text: copy, slice: { start: 0, end: copy.length, role } };
}

function assembled(text: string, format: Format, { parts, span }: Cut, sections: readonly Section[]): LocatedDocument {
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

const mapOf = (entries: readonly LocatedEntry[], span: LocatedMap['span'] | undefined): LocatedMap => ({
  kind: 'map',
  entries,
  span: span ?? { start: entries[0]?.key.span.start ?? 0, end: entries.at(-1)?.value.span.end ?? 0 },
});
