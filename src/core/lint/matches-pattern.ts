/**
 * Whether a text as a whole matches a regular expression from a file, in time that grows with text and pattern alone:
 * such an expression never reaches the engine of the language. Undefined for what is beyond characters, classes,
 * escapes and counts: groups, alternatives, look-around.
 */
export function matchesPattern(pattern: string, text: string): boolean | undefined {
  const steps = read(pattern);
  return steps && text.length <= 5000 ? run(steps, text) : undefined;
}

interface Step {
  accepts(character: string): boolean;
  readonly isOptional: boolean;
  readonly repeats: boolean;
}

type Test = Step['accepts'];

const mostSteps = 1000;

/** Each count is written out: `x{2,4}` as `xxx?x?`. */
function read(pattern: string): readonly Step[] | undefined {
  const steps: Step[] = [];
  const end = pattern.endsWith('$') && !pattern.endsWith('\\$') ? pattern.length - 1 : pattern.length;
  let at = pattern.startsWith('^') ? 1 : 0;
  while (at < end) {
    const atom = readAtom(pattern, at, end);
    if (!atom) return undefined;
    const count = readCount(pattern.slice(atom.next, end));
    if (!count || steps.length + Math.max(count.least, count.most ?? 0) > mostSteps) return undefined;
    const { test } = atom;
    for (let n = 0; n < count.least; n++) steps.push({ accepts: test, isOptional: false, repeats: false });
    for (let n = count.least; n < (count.most ?? 0); n++) steps.push({ accepts: test, isOptional: true, repeats: false });
    if (count.most === undefined) steps.push({ accepts: test, isOptional: true, repeats: true });
    at = atom.next + count.length;
  }
  return steps;
}

function readAtom(pattern: string, at: number, end: number): { readonly test: Test; readonly next: number } | undefined {
  const character = pattern.charAt(at);
  if (character === '.') return { test: (other) => other !== '\n' && other !== '\r', next: at + 1 };
  if (character === '[') return readClass(pattern, at, end);
  if (character === '\\') {
    const test = escaped(pattern.charAt(at + 1));
    return test && at + 1 < end ? { test, next: at + 2 } : undefined;
  }
  if ('()|*+?{}^$]'.includes(character)) return undefined;
  return { test: (other) => other === character, next: at + 1 };
}

function escaped(letter: string): Test | undefined {
  if (letter === 'd') return (other) => /[0-9]/.test(other);
  if (letter === 'w') return (other) => /\w/.test(other);
  if (letter === 's') return (other) => /\s/.test(other);
  return /[A-Za-z0-9]/.test(letter) ? undefined : (other) => other === letter;
}

function readClass(pattern: string, start: number, end: number): { readonly test: Test; readonly next: number } | undefined {
  const isNegated = pattern.charAt(start + 1) === '^';
  const tests: Test[] = [];
  let at = start + (isNegated ? 2 : 1);
  while (at < end && pattern.charAt(at) !== ']') {
    const character = pattern.charAt(at);
    const last = pattern.charAt(at + 2);
    if (character === '[' || character === '&') return undefined;
    if (character === '\\') {
      const test = escaped(pattern.charAt(at + 1));
      if (!test) return undefined;
      tests.push(test);
      at += 2;
    } else if (pattern.charAt(at + 1) === '-' && last !== ']' && at + 2 < end) {
      if (last === '\\' || last === '[') return undefined;
      tests.push((other) => character <= other && other <= last);
      at += 3;
    } else {
      tests.push((other) => other === character);
      at += 1;
    }
  }
  if (at >= end || tests.length === 0) return undefined;
  return { test: (other) => tests.some((test) => test(other)) !== isNegated, next: at + 1 };
}

/** How often the atom before may stand; a missing `most` is no limit. Undefined for a count that is not understood. */
function readCount(rest: string): { readonly least: number; readonly most: number | undefined; readonly length: number } | undefined {
  const [all = '', sign, from, comma, to, after] = /^(?:([*+?])|\{(\d{1,4})(,)?(\d{1,4})?\})?([?+])?/.exec(rest) ?? [];
  if (after === '+' || (all === '' && rest.startsWith('{'))) return undefined;
  if (after && !sign && !from) return undefined;
  if (sign) return { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : undefined, length: all.length };
  if (from === undefined) return { least: 1, most: 1, length: 0 };
  return { least: Number(from), most: comma ? (to === undefined ? undefined : Number(to)) : Number(from), length: all.length };
}

/** All ways to match are followed at once, as the set of steps that could come next. */
function run(steps: readonly Step[], text: string): boolean {
  let current = reach(steps, [0]);
  for (const character of text) {
    const following: number[] = [];
    for (const index of current) {
      const step = steps[index];
      if (step?.accepts(character)) following.push(step.repeats ? index : index + 1);
    }
    current = reach(steps, following);
    if (current.size === 0) return false;
  }
  return current.has(steps.length);
}

/** With everything that may be left out. */
function reach(steps: readonly Step[], from: readonly number[]): ReadonlySet<number> {
  const reached = new Set<number>();
  for (const start of from) {
    for (let index = start; !reached.has(index); index++) {
      reached.add(index);
      if (!steps[index]?.isOptional) break;
    }
  }
  return reached;
}
