import { shown } from './shown';
import { Composer, type Document, isAlias, isMap, isPair, isScalar, isSeq, Lexer, type Node, Parser } from 'yaml';
import { expandShortTag } from './expand-short-tag';
import { reportDuplicateKeys } from './duplicate-keys';
import type { Located, LocatedDocument, LocatedEntry, LocatedMap, LocatedScalar } from './located';
import { mergeEntries } from './merge-entries';
import { readingLimits } from './reading-limits';
import { type SyntaxErrors, syntaxErrors } from './syntax-errors';
import { yamlErrorWords } from './yaml-error-words';
import type { Span } from '../model/finding';

/** Reads YAML through the `yaml` package, which goes on behind mistakes. */
export function readYaml(text: string): LocatedDocument {
  const { root, errors } = readYamlPart(text, (start, end) => ({ start, end }));
  return { text, format: 'yaml', root, syntaxErrors: errors };
}

export interface YamlPart {
  readonly root: Located | undefined;
  readonly errors: LocatedDocument['syntaxErrors'];
  /** What reaches beyond a part: an anchor may be meant by an alias of another part, unless it has its own in this one. */
  readonly hasAnchors: boolean;
  readonly hasOpenAliases: boolean;
  /** Values that are walked, aliases followed. */
  readonly values: number;
}

/** Reads a text, or a part of one that is cut out. */
export function readYamlPart(text: string, spanAt: SpanAt): YamlPart {
  const errors = syntaxErrors(text, spanAt);
  const document = compose(text, errors);
  const reading: Reading = { text, spanAt, errors, anchors: new Map(), hasOpenAliases: false, stopped: false };
  const { root, values } = document?.contents ? readRoot(reading, document.contents) : { root: undefined, values: 0 };
  return { root, values, errors: errors.all, hasAnchors: reading.anchors.size > 0, hasOpenAliases: reading.hasOpenAliases };
}

type SpanAt = (start: number, end: number) => Span;

/** The reader's own check for duplicate keys compares each with each, and its source tokens are never asked for. */
const options = { uniqueKeys: false, keepSourceTokens: false, prettyErrors: false, logLevel: 'silent' } as const;

function compose(text: string, errors: SyntaxErrors): Document.Parsed | undefined {
  try {
    const [document, second] = new Composer(options).compose(boundedTokens(text), true, text.length);
    for (const { code, pos, message } of document?.errors ?? []) errors.add(yamlErrorWords(code, message), ...pos);
    if (second) {
      errors.add('A second document starts here, and only the first is read. Remove it.', second.range[0], second.range[0]);
    }
    return document;
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
    errors.add(error.message, error.offset, error.offset);
    return undefined;
  }
}

class LimitReached extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

const tooDeep = `Values are nested more than ${readingLimits.depth} levels deep. Flatten the file.`;

/** The composer calls itself for every level, so the depth is held while the parser still works level by level. */
function* boundedTokens(text: string): ReturnType<Parser['parse']> {
  const parser = new Parser();
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > readingLimits.depth) throw new LimitReached(tooDeep, parser.offset);
    if (++count > readingLimits.lexemes) throw new LimitReached('This file goes on too long to be read. Split it.', parser.offset);
  }
  yield* parser.end();
}

interface Reading {
  readonly text: string;
  readonly spanAt: SpanAt;
  readonly errors: SyntaxErrors;
  /** Anchors read so far; undefined while the anchor's own value is being read. */
  readonly anchors: Map<string, Weighed | undefined>;
  hasOpenAliases: boolean;
  stopped: boolean;
}

/** A value with what it costs to walk it, aliases followed. */
interface Weighed {
  readonly value: Located;
  readonly values: number;
  readonly depth: number;
  /** Where an alias ends that stands for it: the value itself stands elsewhere. */
  readonly aliasEnd?: number;
}

const endOf = (weighed: Weighed | undefined): number | undefined => weighed?.aliasEnd ?? weighed?.value.span.end;

function readRoot(reading: Reading, contents: Node): Pick<YamlPart, 'root' | 'values'> {
  const { value, values } = read(reading, contents, 0);
  const nothing = value.kind === 'scalar' && value.value === null && value.span.start === value.span.end;
  return { root: nothing ? undefined : value, values };
}

function read(reading: Reading, node: unknown, absentAt: number): Weighed {
  if (isAlias(node)) return readAlias(reading, node.source, spanOf(reading, node, absentAt));
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
  if (anchor) reading.anchors.set(anchor, undefined);
  const plain = readPlain(reading, node, absentAt);
  const tag = isScalar(node) || isMap(node) || isSeq(node) ? node.tag : undefined;
  const weighed = tag ? { ...plain, value: expandShortTag(reading, tag, plain.value) } : plain;
  if (anchor) reading.anchors.set(anchor, weighed);
  return weighed;
}

function readPlain(reading: Reading, node: unknown, absentAt: number): Weighed {
  const span = spanOf(reading, node, absentAt);
  if (isScalar(node)) return leaf(scalarOf(node.value, node.type, span));
  if (isSeq(node)) {
    const items = node.items.map((item) => read(reading, isPair(item) ? item.key : item, behindDash(reading, item, span.start)));
    const last = endOf(items.at(-1));
    return branch(reading, items, { kind: 'sequence', items: items.map(({ value }) => value), span: node.flow ? span : upTo(reading, span, last) });
  }
  if (isMap(node)) return readMap(reading, node, span);
  return leaf(scalarOf(null, undefined, reading.spanAt(absentAt, absentAt)));
}

/** A block ends with its last value: a comment behind that is not part of it. */
const upTo = ({ spanAt }: Reading, { start, end }: Span, last: number | undefined): Span => spanAt(start, Math.max(start, Math.min(end, last ?? end)));

interface MapNode {
  readonly items: readonly { key: unknown; value: unknown }[];
  readonly flow?: boolean | undefined;
}

function readMap(reading: Reading, { items, flow }: MapNode, whole: Span): Weighed {
  const parts: Weighed[] = [];
  const entries = items.map((pair): LocatedEntry => {
    const key = readKey(reading, pair.key, whole.start);
    const value = read(reading, pair.value, behindColon(reading, key.span.end));
    parts.push(value);
    return { key, value: value.value };
  });
  const own = entries.filter(({ key }) => !isMergeKey(key));
  reportDuplicateKeys(own, reading.errors);
  const span = flow ? whole : upTo(reading, whole, endOf(parts.at(-1)));
  const map: LocatedMap = { kind: 'map', entries: own.length < entries.length ? mergeEntries(entries, own) : own, span };
  return branch(reading, parts, map);
}

/** Where an absent item stands. */
function behindDash({ text }: Reading, item: unknown, listStart: number): number {
  const start = isScalar(item) ? item.range?.[0] : undefined;
  let at = start ?? 0;
  while (text.charAt(at - 1) === ' ') at--;
  return start !== undefined && text.charAt(at - 1) === '-' ? at : listStart;
}

/** Where an absent value stands. */
function behindColon({ text }: Reading, keyEnd: number): number {
  let at = keyEnd;
  while (text.charAt(at) === ' ') at++;
  return text.charAt(at) === ':' ? at + 1 : keyEnd;
}

const isMergeKey = (key: LocatedScalar): boolean => key.value === '<<' && key.style === 'plain';

/** A key that is a map or a list (`{{ name }}` of a template language) reads as its text. */
function readKey(reading: Reading, node: unknown, absentAt: number): LocatedScalar {
  const { value } = read(reading, node, absentAt);
  if (value.kind === 'scalar') return value;
  const { start, end } = value.span;
  reading.errors.add('A key must be plain text. Put it in quotes.', start, end);
  return { kind: 'scalar', value: reading.text.slice(start, end), span: value.span, style: 'plain' };
}

function readAlias(reading: Reading, name: string, span: Span): Weighed {
  const target = reading.anchors.get(name);
  if (target) return { ...target, aliasEnd: span.end };
  reading.hasOpenAliases ||= !reading.anchors.has(name);
  const message = reading.anchors.has(name)
    ? `Alias *${shown(name)} stands inside its own anchor. Remove it.`
    : `Alias *${shown(name)} has no anchor before it. Add &${shown(name)} to the value that it stands for.`;
  reading.errors.add(message, span.start, span.end);
  return leaf(scalarOf(null, undefined, span));
}

function branch(reading: Reading, parts: readonly Weighed[], value: Located): Weighed {
  let values = 1;
  let depth = 0;
  for (const part of parts) {
    values += part.values;
    depth = Math.max(depth, part.depth);
  }
  if (values <= readingLimits.values && depth < readingLimits.depth) return { value, values, depth: depth + 1 };
  if (!reading.stopped) {
    reading.errors.add('Aliases make this value too large to read. Write it without aliases.', value.span.start, value.span.start);
  }
  reading.stopped = true;
  return leaf(scalarOf(null, undefined, value.span));
}

const leaf = (value: LocatedScalar): Weighed => ({ value, values: 1, depth: 0 });

function scalarOf(value: unknown, type: unknown, span: Span): LocatedScalar {
  const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  return { kind: 'scalar', value: known, span, style: styles[String(type)] ?? 'plain' };
}

const styles: Readonly<Record<string, LocatedScalar['style']>> = {
  QUOTE_DOUBLE: 'double',
  QUOTE_SINGLE: 'single',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
};

const isAbsent = (node: unknown): boolean => isScalar(node) && node.value === null && node.type === 'PLAIN' && node.range?.[0] === node.range?.[1];

/** Without the line end that the `yaml` package counts to a block. */
function spanOf(reading: Reading, node: unknown, absentAt: number): Span {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
  if (!range || isAbsent(node)) return reading.spanAt(absentAt, absentAt);
  const start = range[0];
  let end = range[1];
  while (end > start && /[ \t\r\n]/.test(reading.text.charAt(end - 1))) end--;
  return reading.spanAt(start, end);
}
