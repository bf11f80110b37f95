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
