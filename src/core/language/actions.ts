import type { LocatedDocument } from '../document/located';
import type { Finding, Span, TextEdit } from '../model/finding';
import { suppressionEdits } from './suppression-edits';

/** One entry of the light-bulb menu. */
export interface Action {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The finding that it answers. */
  readonly finding: Finding;
  readonly preferred: boolean;
}

/** Fixes of the findings that touch a span, then ways to silence each of them. */
export function actionsAt(
  { text, format }: Pick<LocatedDocument, 'text' | 'format'>,
  findings: readonly Finding[],
  span: Span,
): readonly Action[] {
  const touched = findings.filter((finding) => touches(finding.span, span));
  const silences = (finding: Finding) =>
    suppressionEdits(text, format, finding).map(({ title, edit }) => ({ title, edits: [edit], finding, preferred: false }));
  return [...touched.flatMap(fixes), ...touched.flatMap(silences)];
}

const touches = (one: Span, other: Span) => one.start <= other.end && other.start <= one.end;

const fixes = (finding: Finding): readonly Action[] =>
  finding.fixes.map((fix, index) => ({ title: fix.title, edits: fix.edits, finding, preferred: index === 0 }));

/** One edit for all that has a fix: of fixes that touch the same place the earlier finding's wins. */
export function fixAllEdits(findings: readonly Finding[]): readonly TextEdit[] {
  const accepted: TextEdit[] = [];
  for (const { fixes } of findings) {
    const edits = fixes[0]?.edits ?? [];
    if (edits.every((edit) => accepted.every((other) => !collide(edit, other)))) accepted.push(...edits);
  }
  return accepted;
}

const collide = (one: TextEdit, other: TextEdit) =>
  one.span.start === other.span.start || (one.span.start < other.span.end && other.span.start < one.span.end);
