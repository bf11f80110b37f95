/**
 * Whether a text as a whole matches a regular expression from a file, in time that grows with text and pattern alone:
 * such an expression never reaches the engine of the language. Undefined for what is beyond characters, classes,
 * escapes and counts: groups, alternatives, look-around.
 */
export function passesPattern(pattern: string, text: string): boolean | undefined {
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
    const count = atom && readCount(pattern.slice(atom.next, end));
    if (!count || steps.length + Math.max(count.least, count.most ?? 0) > mostSteps) return undefined;
    steps.push(...written(atom.test, count));
    at = atom.next + count.length;
  }
  return steps;
}

interface Atom {
  readonly test: Test;
  readonly next: number;
}

interface Count {
  readonly least: number;
  /** Absent for no limit. */
  readonly most: number | undefined;
  readonly length: number;
}

function written(accepts: Test, { least, most }: Count): readonly Step[] {
  const needed = Array.from({ length: least }, () => ({ accepts, isOptional: false, repeats: false }));
  if (most === undefined) return [...needed, { accepts, isOptional: true, repeats: true }];
  return [...needed, ...Array.from({ length: Math.max(0, most - least) }, () => ({ accepts, isOptional: true, repeats: false }))];
}

function readAtom(pattern: string, at: number, end: number): Atom | undefined {
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
  return letter === '' || /[A-Za-z0-9]/.test(letter) ? undefined : (other) => other === letter;
}

function readClass(pattern: string, start: number, end: number): Atom | undefined {
  const isNegated = pattern.charAt(start + 1) === '^';
  const tests: Test[] = [];
  let at = start + (isNegated ? 2 : 1);
  while (at < end && pattern.charAt(at) !== ']') {
    const member = readMember(pattern, at, end);
    if (!member) return undefined;
    tests.push(member.test);
    at = member.next;
  }
  if (at >= end || tests.length === 0) return undefined;
  return { test: (other) => tests.some((test) => test(other)) !== isNegated, next: at + 1 };
}

/** One character, escape or range of a class. Classes inside classes and intersections are not understood. */
function readMember(pattern: string, at: number, end: number): Atom | undefined {
  const first = pattern.charAt(at);
  if (first === '[' || first === '&') return undefined;
  if (first === '\\') {
    const test = escaped(pattern.charAt(at + 1));
    return test && { test, next: at + 2 };
  }
  const last = pattern.charAt(at + 2);
  if (pattern.charAt(at + 1) !== '-' || last === ']' || at + 2 >= end) return { test: (other) => other === first, next: at + 1 };
  return last === '\\' || last === '[' ? undefined : { test: (other) => first <= other && other <= last, next: at + 3 };
}

/** How often the atom before may stand. Undefined for a count that is not understood, or one that gives nothing back. */
function readCount(rest: string): Count | undefined {
  const sign = /^[*+?](?![*+?{])/.exec(rest)?.[0];
  if (sign) return { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : undefined, length: 1 };
  const braces = /^\{(\d{1,4})(?:(,)(\d{1,4})?)?\}(?![*+?{])/.exec(rest);
  if (!braces) return /^[*+?{]/.test(rest) ? undefined : { least: 1, most: 1, length: 0 };
  const least = Number(braces[1]);
  const most = braces[3] === undefined ? undefined : Number(braces[3]);
  return { least, most: braces[2] ? most : least, length: braces[0].length };
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
