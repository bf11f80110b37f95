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
  const errors = syntaxErrors(text);
  const document = compose(text, errors);
  const root = document?.contents ? readRoot(text, document.contents, errors) : undefined;
  return { text, format: 'yaml', root, syntaxErrors: errors.all };
}

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
  readonly errors: SyntaxErrors;
  /** Anchors read so far; undefined while the anchor's own value is being read. */
  readonly anchors: Map<string, Weighed | undefined>;
  stopped: boolean;
}

/** A value with what it costs to walk it, aliases followed. */
interface Weighed {
  readonly value: Located;
  readonly values: number;
  readonly depth: number;
}

function readRoot(text: string, contents: Node, errors: SyntaxErrors): Located | undefined {
  const { value } = read({ text, errors, anchors: new Map(), stopped: false }, contents, 0);
  const nothing = value.kind === 'scalar' && value.value === null && value.span.start === value.span.end;
  return nothing ? undefined : value;
}

function read(reading: Reading, node: unknown, absentAt: number): Weighed {
  if (isAlias(node)) return readAlias(reading, node.source, spanOf(reading, node, absentAt));
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
  if (anchor) reading.anchors.set(anchor, undefined);
  const plain = readPlain(reading, node, absentAt);
  const tag = isScalar(node) || isMap(node) || isSeq(node) ? node.tag : undefined;
  const weighed = tag ? { ...plain, value: expandShortTag(reading.text, tag, plain.value) } : plain;
  if (anchor) reading.anchors.set(anchor, weighed);
  return weighed;
}

function readPlain(reading: Reading, node: unknown, absentAt: number): Weighed {
  const span = spanOf(reading, node, absentAt);
  if (isScalar(node)) return leaf(scalarOf(node.value, node.type, span));
  if (isSeq(node)) {
    const items = node.items.map((item) => read(reading, isPair(item) ? item.key : item, span.start));
    return branch(reading, items, { kind: 'sequence', items: items.map(({ value }) => value), span });
  }
  if (isMap(node)) return readMap(reading, node.items, span);
  return leaf(scalarOf(null, undefined, { start: absentAt, end: absentAt }));
}

function readMap(reading: Reading, pairs: readonly { key: unknown; value: unknown }[], span: Span): Weighed {
  const parts: Weighed[] = [];
  const entries = pairs.map((pair): LocatedEntry => {
    const key = readKey(reading, pair.key, span.start);
    const value = read(reading, pair.value, key.span.end);
    parts.push(value);
    return { key, value: value.value };
  });
  const own = entries.filter(({ key }) => !isMergeKey(key));
  reportDuplicateKeys(own, reading.errors);
  const map: LocatedMap = { kind: 'map', entries: own.length < entries.length ? mergeEntries(entries, own) : own, span };
  return branch(reading, parts, map);
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
  if (target) return target;
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

/** Without the line end that the `yaml` package counts to a block. */
function spanOf(reading: Reading, node: unknown, absentAt: number): Span {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
  if (!range) return { start: absentAt, end: absentAt };
  const start = range[0];
  let end = range[1];
  while (end > start && /\s/.test(reading.text.charAt(end - 1))) end--;
  return { start, end };
}
