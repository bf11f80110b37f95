import type { Span } from '../model/finding';
import { blockContext } from './block-context';
import { scanFlow, type Frame } from './flow-context';
import type { Path } from './schema-node';

/** What can be written at a cursor: a key of the map at `path`, or the value at `path`. */
export interface CompletionContext {
  readonly writes: 'key' | 'value';
  readonly path: Path;
  /** The half-written word that a completion replaces. */
  readonly span: Span;
  /** Keys that the map has already, the half-written one not among them. */
  readonly siblings: readonly string[];
  /** Flow style and JSON stay on one line. */
  readonly style: 'block' | 'flow' | 'json';
}

/**
 * From the text and not from the document, because what is being typed is rarely a document yet.
 * Undefined where nothing of ours can stand: comments, block texts, after a finished value.
 */
export function completionContext(
  text: string,
  format: 'yaml' | 'json',
  offset: number,
): CompletionContext | undefined {
  if (format === 'json') return flowContext(text, 0, offset, [], 'json');
  const block = blockContext(text, offset);
  if (!block) return undefined;
  if (block.flowStart !== undefined) return flowContext(text, block.flowStart, offset, block.path, 'flow');
  return { writes: block.writes, path: block.path, span: block.span, siblings: block.siblings, style: 'block' };
}

function flowContext(
  text: string,
  start: number,
  offset: number,
  base: Path,
  style: 'flow' | 'json',
): CompletionContext | undefined {
  const { frames, wordStart } = scanFlow(text, start, offset);
  const top = frames.at(-1);
  if (!top) return undefined;
  const outer = [...base, ...frames.slice(0, -1).map(step)];
  const span = { start: wordStart, end: wordEnd(text, wordStart, offset, style) };
  if (top.kind === 'map' && top.key === undefined) {
    return { writes: 'key', path: outer, span, siblings: [...top.keys, ...keysAfter(text, offset)], style };
  }
  return { writes: 'value', path: [...outer, step(top)], span, siblings: [], style };
}

const step = (frame: Frame): string | number => (frame.kind === 'map' ? (frame.key ?? '') : frame.index);

/** An editor closes a quote as soon as it is opened: that one belongs to the word too. */
const wordEnd = (text: string, start: number, offset: number, style: string) =>
  style === 'json' && start < offset && text.charAt(offset) === text.charAt(start) ? offset + 1 : offset;

/** Keys of the same map behind the cursor, so that they are not offered twice. */
function keysAfter(text: string, offset: number): readonly string[] {
  const rest = text.slice(offset, offset + lookAhead);
  // An open bracket of its own makes the reader take the rest as the inside of a map.
  const scan = scanFlow(`{${rest}`, 0, closing(rest) + 1);
  return scan.frames[0]?.keys ?? [];
}

const lookAhead = 4096;

function closing(rest: string): number {
  let depth = 0;
  for (let at = 0; at < rest.length; at += 1) {
    const char = rest.charAt(at);
    if (char === '{' || char === '[') depth += 1;
    if (char === '}' || char === ']') depth -= 1;
    if (depth < 0) return at;
  }
  return rest.length;
}
