import type { Finding, TextEdit } from '../model/finding';

/**
 * The text with the first fix of each finding applied. Of fixes that touch the same place the earlier finding's wins:
 * lint the result again to get at the others.
 */
export const applyFixes = (text: string, findings: readonly Finding[]): string => applyEdits(text, editsOf(findings));

/** The edits of `applyFixes`, which do not overlap, in the order of their places. */
export function editsOf(findings: readonly Finding[]): readonly TextEdit[] {
  const accepted: TextEdit[] = [];
  const written = { added: new Set<string>(), renamed: new Set<string>() };
  for (const { fixes } of findings) {
    const edits = fixes[0]?.edits ?? [];
    if (edits.some((edit) => collides(accepted, edit) || standsTwice(written, edit))) continue;
    for (const edit of edits) {
      accepted.splice(placeIn(accepted, edit), 0, edit);
      written[isInsertion(edit) ? 'added' : 'renamed'].add(keyOf(edit));
    }
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
function collides(accepted: readonly TextEdit[], { span }: TextEdit): boolean {
  const at = placeIn(accepted, { span });
  const [before, behind] = [accepted[at - 1], accepted[at]];
  if (before && span.start < before.span.end) return true;
  return behind !== undefined && (behind.span.start === span.start || behind.span.start < span.end);
}

/** Where an edit belongs among others that are in order: a file can have a hundred thousand. */
function placeIn(accepted: readonly TextEdit[], { span }: Pick<TextEdit, 'span'>): number {
  let low = 0;
  let high = accepted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((accepted[middle]?.span.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A key is missing, and a misspelled one may be meant for it: adding it and renaming the other would make two. */
function standsTwice({ added, renamed }: { readonly added: ReadonlySet<string>; readonly renamed: ReadonlySet<string> }, edit: TextEdit): boolean {
  const key = keyOf(edit);
  return key !== '' && (isInsertion(edit) ? renamed : added).has(key);
}

/** The key that an insertion writes, or the word that a replacement does. */
function keyOf(edit: TextEdit): string {
  const word = isInsertion(edit) ? /^[\s,{]*["']?([\w:$/.-]+)["']?\s*:(?=\s|$)/ : /^["']?([\w:$/.-]+)["']?$/;
  return word.exec(edit.newText)?.[1] ?? '';
}

const isInsertion = ({ span }: TextEdit): boolean => span.start === span.end;
