import { lineIndex } from '../document/line-index';
import type { Finding } from '../model/finding';

/** Findings of one file for a person: where, what, the line with a mark below the place, and the fix. No colours. */
export function textReport(fileName: string, text: string, findings: readonly Finding[]): string {
  const lines = lineIndex(text);
  return findings.map((finding) => block(fileName, finding, lines)).join('\n');
}

function block(fileName: string, { rule, severity, message, span, fixes, related = [] }: Finding, lines: ReturnType<typeof lineIndex>): string {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  const line = lines.lineAt(start.line);
  const last = end.line === start.line ? end.character : line.length;
  const number = String(start.line + 1);
  const margin = ' '.repeat(number.length);
  const { shown, from, to } = excerpt(line, start.character, last);
  return [
    `${fileName}:${number}:${start.character + 1} ${severity}: ${message} (${rule})`,
    `  ${number} | ${shown}`.trimEnd(),
    `  ${margin} | ${' '.repeat(from)}${'^'.repeat(Math.max(to - from, 1))}`,
    ...related.map((place) => `  ${margin} = see ${place.fileName}:${place.range.start.line + 1}:${place.range.start.character + 1} ${place.message}`),
    ...fixes.map((fix) => `  ${margin} = fix: ${fix.title}`),
    '',
  ].join('\n');
}

const width = 100;

/** The part of a line around a place that fits a terminal: a minified file is one line of thousands of characters. */
function excerpt(line: string, start: number, end: number): { shown: string; from: number; to: number } {
  const left = line.length <= width ? 0 : Math.max(0, Math.min(start - width / 4, line.length - width));
  const right = Math.min(line.length, left + width);
  const before = left > 0 ? '…' : '';
  const after = right < line.length ? '…' : '';
  const shown = line.slice(left, right).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ');
  const shift = before.length - left;
  return { shown: `${before}${shown}${after}`, from: start + shift, to: Math.min(end, right) + shift };
}
