import type { LocatedDocument } from './located';
import { sectionedOf } from './read-document';

/**
 * Asks something of the text of each section of a document, and of what stands before the first; of a section that was
 * kept, what was answered before. Between sections and behind the last stand only brackets, commas and space of JSON.
 */
function bySection<A extends number | boolean>(ask: (text: string) => A): (document: LocatedDocument) => { readonly before: A; readonly inside: readonly (A | undefined)[] } {
  const question = Symbol();
  return (document) => {
    const { text } = document;
    const sectioned = sectionedOf(document);
    if (!sectioned) return { before: ask(text.toString()), inside: [] };
    const { sections, answers } = sectioned;
    const known: (A | undefined)[] = (answers.get(question) as A[] | undefined) ?? Array.from(sections, () => undefined);
    for (let index = 0; index < known.length; index++) {
      if (known[index] !== undefined) continue;
      const { offset = 0 } = sections[index]?.origin ?? {};
      known[index] = ask(text.slice(offset, offset + (sections[index]?.length ?? 0)));
    }
    answers.set(question, known);
    return { before: ask(text.slice(0, sections[0]?.origin.offset)), inside: known };
  };
}

/** Something that is counted in a document's text. */
export function countedIn(count: (text: string) => number): (document: LocatedDocument) => number {
  const asked = bySection(count);
  return (document) => {
    const { before, inside } = asked(document);
    let sum = before;
    for (const one of inside) sum += one ?? 0;
    return sum;
  };
}

/** Whether something holds of any stretch of a document's text. */
export function isAnywhere(holds: (text: string) => boolean): (document: LocatedDocument) => boolean {
  const asked = bySection(holds);
  return (document) => {
    const { before, inside } = asked(document);
    return before || inside.includes(true);
  };
}

/** Whether one of these words stands anywhere in a document. No word may have a line end in it. */
export const mentions = (...words: readonly string[]): ((document: LocatedDocument) => boolean) => isAnywhere((text) => words.some((word) => text.includes(word)));
