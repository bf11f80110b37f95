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
  document: LocatedDocument,
  findings: readonly Finding[],
  span: Span,
): readonly Action[] {
  const touched = findings.filter((finding) => touches(finding.span, span));
  const silences = (finding: Finding) =>
    suppressionEdits(document, finding).map(({ title, edit }) => ({ title, edits: [edit], finding, preferred: false }));
  return [...touched.flatMap(fixes), ...touched.slice(0, mostSilenced).flatMap(silences)];
}

/** More than a menu shows: who marks a whole file has no use for thousands. */
const mostSilenced = 50;

const touches = (one: Span, other: Span) => one.start <= other.end && other.start <= one.end;

const fixes = (finding: Finding): readonly Action[] =>
  finding.fixes.map((fix, index) => ({ title: fix.title, edits: fix.edits, finding, preferred: index === 0 }));
