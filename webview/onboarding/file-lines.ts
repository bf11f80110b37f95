import type { FieldProblem } from '../../src/core/onboarding/wizard-state';
import type { Elements } from '../elements';

/** Lines that are drawn: a file of that length is read in an editor. */
const longest = 2_000;

interface Line {
  readonly text: string;
  /** What is wrong with it; empty where nothing is. */
  readonly words: string;
}

/** Draws only what changed: the lines before and after it stay the elements that they are. */
export function fileLines(h: Elements, into: HTMLElement): (text: string, problems: readonly FieldProblem[]) => void {
  let shown: readonly Line[] = [];
  let elements: HTMLElement[] = [];
  return (text, problems) => {
    const lines = text.replace(/\n$/, '').split('\n').slice(0, longest).map((line, at) => ({ text: line, words: wordsAt(problems, at) }));
    const shorter = Math.min(lines.length, shown.length);
    let start = 0;
    while (start < shorter && same(lines[start], shown[start])) start += 1;
    let end = 0;
    while (end < shorter - start && same(lines[lines.length - 1 - end], shown[shown.length - 1 - end])) end += 1;
    const made = lines.slice(start, lines.length - end).map((line) => fileLine(h, line));
    const gone = elements.slice(start, elements.length - end);
    const following = elements[elements.length - end] ?? null;
    gone.forEach((element) => into.removeChild(element));
    made.forEach((element) => into.insertBefore(element, following));
    elements = [...elements.slice(0, start), ...made, ...elements.slice(elements.length - end)];
    shown = lines;
  };
}

const wordsAt = (problems: readonly FieldProblem[], at: number): string => problems.filter(({ line }) => line === at).map(({ message }) => message).join(' ');

const same = (one: Line | undefined, other: Line | undefined): boolean => one?.text === other?.text && one?.words === other?.words;

function fileLine(h: Elements, { text, words }: Line): HTMLElement {
  const line = text === '' ? ' ' : withMarks(text);
  if (words === '') return h('div', { class: 'line' }, line);
  return h('div', { class: 'line wrong' }, line, h('div', { class: 'mark' }, h('span', { 'aria-hidden': 'true' }, '✗ '), h.data(words)));
}

/** Marks that turn writing around are shown as their numbers: nobody is to read the rest of a line backwards. */
const withMarks = (text: string): string =>
  text.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
