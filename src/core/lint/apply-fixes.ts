import type { Finding, TextEdit } from '../model/finding';

/**
 * The text with the first fix of each finding applied. Of fixes that touch the same place the earlier finding's wins:
 * lint the result again to get at the others.
 */
export const applyFixes = (text: string, findings: readonly Finding[]): string => applyEdits(text, editsOf(findings));

/** The edits of `applyFixes`, which do not overlap. */
export function editsOf(findings: readonly Finding[]): readonly TextEdit[] {
  const accepted: TextEdit[] = [];
  for (const { fixes } of findings) {
    const edits = fixes[0]?.edits ?? [];
    if (edits.some((edit) => accepted.some((other) => collide(edit, other)))) continue;
    accepted.push(...edits);
  }
  return accepted;
}

/** Applies edits that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let offset = 0;
  for (const { span, newText } of edits.toSorted((one, other) => one.span.start - other.span.start)) {
    result += text.slice(offset, span.start) + newText;
    offset = span.end;
  }
  return result + text.slice(offset);
}

/** Two insertions at one place collide too: which comes first would be chance. */
const collide = (one: TextEdit, other: TextEdit): boolean =>
  one.span.start === other.span.start || (one.span.start < other.span.end && other.span.start < one.span.end);
