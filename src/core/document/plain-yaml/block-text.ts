import type { LocatedScalar } from '../located';
import { code, isLineEnd, lineBehind, type Source, space, toContent, unusual } from './source';

/** Text behind `|`, whose lines stand deeper than their parent. Folded text and given depths are left to the `yaml` package. */
export function blockText(source: Source, parentIndent: number): LocatedScalar {
  const start = source.at;
  const chomping = source.text.charAt(start + 1);
  const strips = chomping === '-';
  const keeps = chomping === '+';
  source.at += strips || keeps ? 2 : 1;
  while (code(source, source.at) === space) source.at++;
  if (!isLineEnd(source, source.at)) throw unusual;
  const { lines, end, next } = linesBelow(source, parentIndent);
  toContent(source, next);
  const body = lines.join('\n').replace(/\n+$/, '');
  const trailing = keeps ? '\n'.repeat(lines.length - body.split('\n').length + 1) : strips ? '' : '\n';
  return { kind: 'scalar', value: body + trailing, span: source.spanAt(start, end), style: 'block' };
}

interface BlockLines {
  readonly lines: readonly string[];
  /** Behind the last character that is no white space. */
  readonly end: number;
  /** Start of the first line that does not belong to the text. */
  readonly next: number;
}

function linesBelow(source: Source, parentIndent: number): BlockLines {
  const lines: string[] = [];
  let indent = -1;
  let end = 0;
  let start = lineBehind(source, source.at);
  while (start < source.end) {
    let at = start;
    while (code(source, at) === space) at++;
    const isBlank = isLineEnd(source, at);
    const column = at - start;
    if (!isBlank && column <= parentIndent) break;
    if (!isBlank && indent < 0) indent = column;
    // Spaces beyond the text's own depth on an empty line are text, and before its first line an error.
    if (isBlank ? column > Math.max(indent, 0) : column < indent) throw unusual;
    const lineEnd = endOfLine(source, at);
    lines.push(isBlank ? '' : source.text.slice(start + indent, lineEnd));
    if (!isBlank) end = start + indent + source.text.slice(start + indent, lineEnd).trimEnd().length;
    start = lineBehind(source, at);
  }
  if (indent < 0) throw unusual;
  return { lines, end, next: start };
}

function endOfLine(source: Source, from: number): number {
  let at = from;
  while (!isLineEnd(source, at)) at++;
  return Math.min(at, source.end);
}
