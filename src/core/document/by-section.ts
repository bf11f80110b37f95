import type { LocatedDocument } from './located';
import { sectionedOf } from './read-document';

/**
 * Asks something of the text of each section of a document, and of what stands before the first; of a section that was
 * kept, what was answered before. Between sections and behind the last stand only brackets, commas and space of JSON.
 */
export function bySection<A extends number | boolean>(ask: (text: string) => A): (document: LocatedDocument) => readonly A[] {
  const question = Symbol();
  return (document) => {
    const { text } = document;
    const sectioned = sectionedOf(document);
    if (!sectioned) return [ask(text)];
    const { sections, answers } = sectioned;
    const known: (A | undefined)[] = (answers.get(question) as A[] | undefined) ?? sections.map(() => undefined);
    const told = known.map((answer, index) => {
      if (answer !== undefined) return answer;
      const { offset = 0 } = sections[index]?.origin ?? {};
      return ask(text.slice(offset, offset + (sections[index]?.length ?? 0)));
    });
    answers.set(question, told);
    return [ask(text.slice(0, sections[0]?.origin.offset)), ...told];
  };
}

/** Whether one of these words stands anywhere in a document. No word may have a line end in it. */
export const mentions = (...words: readonly string[]): ((document: LocatedDocument) => boolean) => isAnywhere((text) => words.some((word) => text.includes(word)));

/** Whether something holds of any stretch of a document's text. */
export function isAnywhere(holds: (text: string) => boolean): (document: LocatedDocument) => boolean {
  const asked = bySection(holds);
  return (document) => asked(document).includes(true);
}
