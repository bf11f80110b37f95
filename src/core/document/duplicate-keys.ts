import { shown } from './shown';
import type { LocatedEntry } from './located';
import type { SyntaxErrors } from './syntax-errors';

/** Tells every key that a map already has: readers of such a file disagree on which value counts. */
export function reportDuplicateKeys(entries: readonly LocatedEntry[], errors: SyntaxErrors): void {
  if (entries.length < 2) return;
  const seen = new Set<string>();
  for (const { key } of entries) {
    const name = String(key.value);
    if (seen.has(name)) {
      errors.add(`Key ${shown(name)} stands twice in the same map. Keep one of them.`, key.span.start, key.span.end);
    }
    seen.add(name);
  }
}
