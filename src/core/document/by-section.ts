import type { LocatedDocument } from './located';
import { sectionsOf } from './read-document';
import type { Section } from './sections/section';

/** Asks something of all stretches of a document's text; of a section that was kept, what was answered before. */
export function bySection<A>(ask: (text: string) => A): (document: LocatedDocument) => readonly A[] {
  const known = new WeakMap<Section, { readonly answer: A }>();
  const answerOf = (section: Section, text: string): A => {
    const found = known.get(section);
    if (found) return found.answer;
    const answer = ask(text.slice(section.origin.offset, section.origin.offset + section.length));
    known.set(section, { answer });
    return answer;
  };
  return (document) => {
    const { text } = document;
    const answers: A[] = [];
    let at = 0;
    for (const section of sectionsOf(document) ?? []) {
      const { offset } = section.origin;
      if (offset > at) answers.push(ask(text.slice(at, offset)));
      answers.push(answerOf(section, text));
      at = offset + section.length;
    }
    if (at < text.length) answers.push(ask(text.slice(at)));
    return answers;
  };
}

/** Whether one of these words stands anywhere in a document. No word may have a line end in it. */
export function mentions(...words: readonly string[]): (document: LocatedDocument) => boolean {
  const asked = bySection((text) => words.some((word) => text.includes(word)));
  return (document) => asked(document).includes(true);
}
