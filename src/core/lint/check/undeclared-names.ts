import type { LocatedDocument } from '../../document/located';
import { shown } from '../../document/shown';
import { writeInside } from '../fix/write-name';
import { nearest } from '../nearest';
import type { RuleFinding } from '../rule';
import type { EntryView } from '../view/entry-view';
import { nameSpan } from '../view/reference-span';
import { referencesOf } from '../view/template-references';

interface Declared {
  readonly kind: 'condition' | 'mapping';
  /** Those that `section` declares. */
  readonly names: ReadonlySet<string> | ReadonlyMap<string, unknown>;
  readonly section: string;
}

/** What an entry names and no entry of the kind's own section is. */
export function* undeclaredNames(entry: EntryView, document: LocatedDocument, { kind, names, section }: Declared): Iterable<RuleFinding> {
  for (const reference of referencesOf(entry)) {
    const { to, name } = reference;
    if (to !== kind || names.has(name)) continue;
    const meant = nearest(name, [...names.keys()]);
    const span = nameSpan(document, reference);
    yield {
      span,
      message: `The template has no ${kind} ${shown(name)}. ${meant ? `Write ${shown(meant)}.` : `Declare it under ${section}.`}`,
      fixes: meant ? writeInside(document, span, name, meant) : [],
    };
  }
}
