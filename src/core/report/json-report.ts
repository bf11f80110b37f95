import { lineIndex, type LineIndex, type Position } from '../document/line-index';
import type { Finding, Severity, Span } from '../model/finding';

/** A checked file with what was found in it. */
export interface CheckedFile {
  readonly file: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** One finding for a program; lines and characters count from zero, as in the language server protocol. */
export interface JsonFinding {
  readonly file: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** Where another file says otherwise; absent for most. */
  readonly related?: readonly { readonly file: string; readonly message: string; readonly range: Range }[];
  readonly fixes: readonly { readonly title: string; readonly edits: readonly { readonly range: Range; readonly newText: string }[] }[];
}

interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** One array for all files. */
export const jsonReport = (files: readonly CheckedFile[]): string => `${JSON.stringify(files.flatMap(toJsonFindings), null, 2)}\n`;

function toJsonFindings({ file, text, findings }: CheckedFile): readonly JsonFinding[] {
  if (findings.length === 0) return [];
  const lines = lineIndex(text);
  return findings.map(({ rule, severity, message, span, fixes, related }) => ({
    file,
    rule,
    severity,
    message,
    range: toRange(lines, span),
    ...(related ? { related: related.map((place) => ({ file: place.fileName, message: place.message, range: place.range })) } : {}),
    fixes: fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map((edit) => ({ range: toRange(lines, edit.span), newText: edit.newText })),
    })),
  }));
}

const toRange = (lines: LineIndex, { start, end }: Span): Range => ({ start: lines.positionAt(start), end: lines.positionAt(end) });
