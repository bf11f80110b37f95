import type { Located, LocatedEntry, LocatedScalar } from '../located';
import { readPlainYaml } from '../plain-yaml/read-plain-yaml';
import { readYamlPart, type YamlPart } from '../read-yaml';
import { type Origin, spanMaker } from '../section-span';
import { type SyntaxError, syntaxErrors } from '../syntax-errors';
import { yamlErrorWords } from '../yaml-error-words';
import type { Slice } from './cut';
import type { Section } from './section';

/** Undefined where a slice is not what its first line made it look like: then only the whole text can tell. */
export function readYamlSection(text: string, { start, end, role }: Slice): Section | undefined {
  const origin: Origin = { offset: 0 };
  const spanAt = spanMaker(origin);
  const errors = syntaxErrors(text, spanAt);
  const section = { origin, length: end - start, role, isHalfTyped: false, hasAnchors: false, hasOpenAliases: false, values: 0 };
  origin.offset = start;
  const plain = readPlainYaml({ text, start, end, spanAt, errors });
  if (plain) return { ...section, entries: entriesOf(plain), errors: errors.all };
  origin.offset = 0;
  const slice = text.slice(start, end);
  const part = readYamlPart(slice, spanAt);
  const entries = entriesOf(part.root);
  const isEntry = part.errors.length > 0 ? entries.length > 0 : entries.length === 1 && isBlock(slice, part.root);
  const found = isEntry ? { entries, errors: part.errors } : halfTyped(slice, part);
  origin.offset = start;
  return found && { ...section, ...found, hasAnchors: part.hasAnchors, hasOpenAliases: part.hasOpenAliases, values: part.values };
}

const entriesOf = (root: Located | undefined): readonly LocatedEntry[] => (root?.kind === 'map' ? root.entries : []);

/** False for `{a: b}` and for a tag's long form. */
const isBlock = (slice: string, root: Located | undefined): boolean => root !== undefined && !/[{!]/.test(slice.charAt(root.span.start));

/** A word on its own line: a key that still lacks its colon. */
function halfTyped(slice: string, { root, errors }: YamlPart): Pick<Section, 'entries' | 'errors' | 'isHalfTyped'> | undefined {
  if (root?.kind !== 'scalar' || errors.length > 0 || !/^\s*[\w.:-]+\s*$/.test(slice)) return undefined;
  const value: LocatedScalar = { ...root, value: null, span: root.span };
  const error: SyntaxError = { message: yamlErrorWords('MULTILINE_IMPLICIT_KEY', ''), span: root.span };
  return { entries: [{ key: root, value }], errors: [error], isHalfTyped: true };
}
