import { type LineIndex, lineIndex } from '../document/line-index';
import type { LocatedDocument } from '../document/located';
import { builtInChecks } from '../lint/built-in-checks';
import type { Finding, TextEdit } from '../model/finding';
import { pathAt } from './located-path';
import { silenceInMetadata } from './silence-in-metadata';

export interface SuppressionEdit {
  readonly title: string;
  readonly edit: TextEdit;
}

/** Ways to silence a finding: on its line, or its rule in the whole file. JSON has no comments, templates have metadata. */
export function suppressionEdits(document: LocatedDocument, { rule, span }: Finding): readonly SuppressionEdit[] {
  const check = builtInChecks.find(({ id }) => id === rule);
  if (check?.silenceable === false) return [];
  if (document.format === 'json') {
    const edit = silenceInMetadata(document, rule);
    return edit ? [{ title: `Silence ${rule} in this file`, edit }] : [];
  }
  const line = onLine(document, rule, span.start);
  return [
    ...(line ? [{ title: `Silence ${rule} on this line`, edit: line }] : []),
    { title: `Silence ${rule} in this file`, edit: inFile(document.text.toString(), rule) },
  ];
}

/** Undefined where no comment can stand: in the middle of a text of several lines, or above what is not there. */
function onLine(document: LocatedDocument, rule: string, offset: number): TextEdit | undefined {
  const { root } = document;
  if (!root) return undefined;
  const text = document.text.toString();
  const lines = lineIndex(text);
  const { line } = lines.positionAt(offset);
  const earlier = line > 0 ? behindComment(document, lines, line - 1) : undefined;
  if (earlier !== undefined) return insertion(earlier, `, ${rule}`);
  const indent = /^[ \t]*/.exec(lines.lineAt(line))?.[0] ?? '';
  const start = line === 0 ? behindMark(text) : lines.offsetAt({ line, character: 0 });
  // A carriage return alone ends a line for an editor, but not for every reader of YAML.
  if (text.charAt(start - 1) === '\r' || isInsideText(document, start)) return undefined;
  return insertion(start, `${indent}# defender-disable-next-line ${rule}${lineEnd(text)}`);
}

/** Where a comment on this line takes one more rule: a second comment would stand between the first one and the line that it means. */
function behindComment(document: LocatedDocument, lines: LineIndex, line: number): number | undefined {
  const found = /(?<=^|[ \t])#[ \t]*defender-disable-next-line[ \t]+[\w/-]+(?:[ \t]*,[ \t]*[\w/-]+)*/.exec(lines.lineAt(line));
  const behind = found && lines.offsetAt({ line, character: found.index + found[0].length });
  return behind === null || isInsideText(document, behind) ? undefined : behind;
}

function isInsideText(document: LocatedDocument, offset: number): boolean {
  const { span } = pathAt(document, offset)?.scalar ?? {};
  return span !== undefined && span.start < offset && offset < span.end;
}

const inFile = (text: string, rule: string): TextEdit =>
  insertion(behindMark(text), `# defender-disable-file ${rule}${lineEnd(text)}`);

const insertion = (at: number, newText: string): TextEdit => ({ span: { start: at, end: at }, newText });

/** A byte order mark stays the first character. */
const behindMark = (text: string) => (text.startsWith('\uFEFF') ? 1 : 0);

const lineEnd = (text: string) => (text.includes('\r\n') ? '\r\n' : '\n');
