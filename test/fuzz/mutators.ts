/** What a mutation may use: two places anywhere in the text, a bit of text, and another document. */
export interface Choice {
  readonly at: number;
  readonly to: number;
  readonly scrap: string;
  readonly other: string;
}

type Mutator = (text: string, choice: Choice) => string;

/** Mistakes as people, editors and merges make them, and some that only malice makes. */
export const mutators: Readonly<Record<string, Mutator>> = {
  insert: (text, { at, scrap }) => splice(text, place(text, at), 0, scrap),
  overwrite: (text, { at, to, scrap }) => splice(text, place(text, at), to % 40, scrap),
  truncate: (text, { at }) => text.slice(0, place(text, at)),
  behead: (text, { at }) => text.slice(place(text, at)),
  'delete line': (text, { at }) => overLines(text, (lines) => lines.toSpliced(at % lines.length, 1)),
  'duplicate line': (text, { at }) => overLines(text, (lines) => lines.toSpliced(at % lines.length, 0, lines[at % lines.length] ?? '')),
  'move line': (text, { at, to }) => overLines(text, (lines) => lines.toSpliced(at % lines.length, 1).toSpliced(to % lines.length, 0, lines[at % lines.length] ?? '')),
  'join lines': (text, { at }) => overLines(text, (lines) => lines.with(at % lines.length, (lines[at % lines.length] ?? '').trimEnd())),
  'duplicate block': (text, { at, to }) => withBlock(text, at, (lines, start, block) => lines.toSpliced(to % 2 ? start : to % (lines.length + 1), 0, ...block)),
  'delete block': (text, { at }) => withBlock(text, at, (lines, start, block) => lines.toSpliced(start, block.length)),
  'block of another file': (text, { at, to, other }) => withBlock(other, at, (_, __, block) => overLinesOf(text, (lines) => lines.toSpliced(to % (lines.length + 1), 0, ...block))),
  indent: (text, { at, to }) => overLines(text, (lines) => lines.with(at % lines.length, `${[' ', '  ', '\t', '\u00A0'][to % 4]}${lines[at % lines.length] ?? ''}`)),
  outdent: (text, { at, to }) => overLines(text, (lines) => lines.with(at % lines.length, (lines[at % lines.length] ?? '').slice(1 + (to % 3)))),
  'line end': (text, { at, to }) => overLines(text, (lines) => lines.with(at % lines.length, (lines[at % lines.length] ?? '').replace(/\r?\n$/, ['\r', '\r\n', '\n\r', '\u2028', '\n\n'][to % 5] ?? ''))),
  'all line ends': (text, { to }) => text.replace(/\r?\n/g, to % 2 ? '\r' : '\r\n'),
  'swap values': (text, { at, to }) => swapMatches(text, value, at, to),
  'swap keys': (text, { at, to }) => swapMatches(text, key, at, to),
  'another value': (text, { at, scrap }) => replaceMatch(text, value, at, () => scrap),
  'value of another file': (text, { at, to, other }) => replaceMatch(text, value, at, (old) => pick([...other.matchAll(value)], to)?.[0] ?? old),
  'misspelled key': (text, { at, to }) => replaceMatch(text, key, at, (old) => splice(old, to % (old.length + 1), to % 3 ? 1 : 0, ['', 'x', '_', 'E'][to % 4] ?? '')),
  'misspelled value': (text, { at, to }) => replaceMatch(text, value, at, (old) => splice(old, to % (old.length + 1), to % 3 ? 1 : 0, ['', 'x', '/', '0'][to % 4] ?? '')),
  'other case': (text, { at, to }) => replaceMatch(text, to % 2 ? value : key, at, (old) => (old === old.toLowerCase() ? old.toUpperCase() : old.toLowerCase())),
  'other quotes': (text, { at, to }) => replaceMatch(text, value, at, (old) => requote(old, ["'", '"', '', '`', '\u201C'][to % 5] ?? '')),
  'half a quote': (text, { at, to }) => replaceMatch(text, value, at, (old) => (to % 2 ? old.replace(/["']/, '') : splice(old, to % (old.length + 1), 0, '"'))),
  'bad escape': (text, { at, to }) => replaceMatch(text, value, at, (old) => splice(old, to % (old.length + 1), 0, ['\\', '\\x', '\\u12', '\t', '\n', '\\"'][to % 6] ?? '')),
  tag: (text, { at, to }) => replaceMatch(text, value, at, (old) => `${pick(tags, to)} ${old}`),
  anchor: (text, { at, to }) => replaceMatch(replaceMatch(text, value, at, (old) => `&a ${old}`), value, to, (old) => (old.startsWith('&') ? old : '*a')),
  intrinsic: (text, { at, to }) => replaceMatch(text, value, at, (old) => pick(wrappers, to)?.replace('VALUE', () => old) ?? old),
  'block text': (text, { at, to }) => replaceMatch(text, value, at, (old) => `${['|', '>', '|-', '>+'][to % 4]}\n          ${old}`),
  'lost bracket': (text, { at }) => replaceMatch(text, /[[\]{}]/g, at, () => ''),
  'wrong bracket': (text, { at, to }) => replaceMatch(text, /[[\]{}]/g, at, () => '[]{}'.charAt(to % 4)),
  'lost comma': (text, { at, to }) => replaceMatch(text, /[,:]/g, at, () => ['', ',,', ';'][to % 3] ?? ''),
  'emptied value': (text, { at, to }) => replaceMatch(text, value, at, () => ['', 'null', '{}', '[]', '""'][to % 5] ?? ''),
  minified: (text, { to }) => (text.startsWith('{') ? minified(text, to) : text.replace(/\n +/g, '\n ')),
};

const value = /(?<=: |- |\[ ?|", )(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\s,[\]{}"'#][^\n,\]}#]*)/g;
const key = /[\w:$-]+(?=["']?:(?:\s|$))/gm;
const tags = ['!Ref', '!Sub', '!GetAtt', '!If', '!Join', '!Condition', '!FindInMap', '!!binary', '!!set', '!!int', '!x', '!<!Ref>', '!!map', '!!seq'];
const wrappers = ['{ Ref: VALUE }', '{"Ref": VALUE}', '{"Fn::Sub": VALUE}', '{"Fn::Sub": ["${a}", {"a": VALUE}]}', '{"Fn::GetAtt": [VALUE, VALUE]}', '{"Fn::If": [VALUE, VALUE, VALUE]}', '{"Fn::Join": ["", [VALUE]]}', '[VALUE]', '[VALUE, VALUE]', '{"a": VALUE}'];

const place = (text: string, at: number): number => at % (text.length + 1);

const splice = (text: string, at: number, remove: number, insert: string): string => text.slice(0, at) + insert + text.slice(at + remove);

const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(all.length, 1)];

const toLines = (text: string): string[] => text.split(/(?<=\n)/);

const overLines = (text: string, change: (lines: string[]) => readonly string[]): string => overLinesOf(text, change).join('');

const overLinesOf = (text: string, change: (lines: string[]) => readonly string[]): readonly string[] => change(toLines(text));

/** A line with all that is indented below it, and the bracket that closes it. */
function withBlock(text: string, at: number, change: (lines: string[], start: number, block: readonly string[]) => readonly string[]): string {
  const lines = toLines(text);
  const start = at % lines.length;
  const indent = indentOf(lines[start] ?? '');
  let end = start + 1;
  while (end < lines.length && indentOf(lines[end] ?? '') > indent) end++;
  if (/^\s*[\]}]/.test(lines[end] ?? '') && end > start + 1) end++;
  return change(lines, start, lines.slice(start, end)).join('');
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

function replaceMatch(text: string, pattern: RegExp, at: number, change: (old: string) => string): string {
  const match = pick([...text.matchAll(pattern)], at);
  return match ? splice(text, match.index, match[0].length, change(match[0])) : text;
}

function swapMatches(text: string, pattern: RegExp, at: number, to: number): string {
  const all = [...text.matchAll(pattern)];
  const [one, other] = [pick(all, at), pick(all, to)];
  if (!one || !other || one.index === other.index) return text;
  const [first, second] = one.index < other.index ? [one, other] : [other, one];
  return splice(splice(text, second.index, second[0].length, first[0]), first.index, first[0].length, second[0]);
}

const requote = (old: string, quote: string): string => `${quote}${old.replace(/^(["'])(.*)\1$/, '$2')}${quote}`;

function minified(text: string, indent: number): string {
  try {
    return JSON.stringify(JSON.parse(text), null, ['', '\t', 1, 8][indent % 4]);
  } catch {
    return text;
  }
}

export const mutatorNames: readonly string[] = Object.keys(mutators);
