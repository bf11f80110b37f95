import { lineIndex } from '../document/line-index';
import { builtInChecks } from '../lint/built-in-checks';
import type { Finding, TextEdit } from '../model/finding';

export interface SuppressionEdit {
  readonly title: string;
  readonly edit: TextEdit;
}

/** Ways to silence a finding in YAML: on its line, or its rule in the whole file. JSON has no comments. */
export function suppressionEdits(text: string, format: 'yaml' | 'json', { rule, span }: Finding): readonly SuppressionEdit[] {
  const check = builtInChecks.find(({ id }) => id === rule);
  if (format === 'json' || check?.silenceable === false) return [];
  return [
    { title: `Silence ${rule} on this line`, edit: onLine(text, rule, span.start) },
    { title: `Silence ${rule} in this file`, edit: inFile(text, rule) },
  ];
}

function onLine(text: string, rule: string, offset: number): TextEdit {
  const lines = lineIndex(text);
  const { line } = lines.positionAt(offset);
  const above = lines.lineAt(line - 1);
  // A second comment would stand between the first one and the line that it means.
  const earlier = /#[ \t]*defender-disable-next-line[ \t]+[\w/-]+(?:[ \t]*,[ \t]*[\w/-]+)*/.exec(above);
  if (line > 0 && earlier) {
    return insertion(lines.offsetAt({ line: line - 1, character: earlier.index + earlier[0].length }), `, ${rule}`);
  }
  const indent = /^[ \t]*/.exec(lines.lineAt(line))?.[0] ?? '';
  const start = line === 0 ? behindMark(text) : lines.offsetAt({ line, character: 0 });
  return insertion(start, `${indent}# defender-disable-next-line ${rule}${lineEnd(text)}`);
}

const inFile = (text: string, rule: string): TextEdit =>
  insertion(behindMark(text), `# defender-disable-file ${rule}${lineEnd(text)}`);

const insertion = (at: number, newText: string): TextEdit => ({ span: { start: at, end: at }, newText });

/** A byte order mark stays the first character. */
const behindMark = (text: string) => (text.startsWith('\uFEFF') ? 1 : 0);

const lineEnd = (text: string) => (text.includes('\r\n') ? '\r\n' : '\n');
