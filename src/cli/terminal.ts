import type { Readable, Writable } from 'node:stream';
import type { Problem } from '../core/model/problem';
import { problemText } from '../core/model/problem-text';
import { exitCode, type ExitCode } from './exit-code';

/** Streams and environment of one run; a test brings its own. */
export interface Streams {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Terminal extends Streams {
  readonly env: Environment;
  /** Results: what another program may read. */
  print(text: string): void;
  /** Everything for the person in front of it. */
  say(text: string): void;
  /** Says a problem and what to do about it. */
  fail(problem: Problem): ExitCode;
  readonly paint: Paint;
}

export type Colour = 'red' | 'green' | 'yellow' | 'bold' | 'dim';

/** Colours a word, where the reader wants colours; it never carries meaning alone. */
export type Paint = (colour: Colour, text: string) => string;

export function createTerminal(streams: Streams, env: Environment): Terminal {
  const say = (text: string) => writeLine(streams.stderr, text);
  return {
    ...{ stdin: streams.stdin, stdout: streams.stdout, stderr: streams.stderr, env, say },
    print: (text) => writeLine(streams.stdout, text),
    fail(problem) {
      if (problem.code !== 'cancelled') say(problemText(problem));
      return refusals.has(problem.code) ? exitCode.findings : exitCode.impossible;
    },
    paint: wantsColour(streams, env) ? (colour, text) => `\u001b[${codes[colour]}m${text}\u001b[0m` : (_, text) => text,
  };
}

/** A file or a cloud that we quote must not move the cursor of a terminal, name its window or turn a line around. What goes to a program is not touched. */
function writeLine(stream: Streams['stdout'], text: string): void {
  const shown = stream.isTTY === true ? text.replace(steering, '�') : text;
  stream.write(shown.endsWith('\n') ? shown : `${shown}\n`);
}

/** Control characters but line ends and tabs, colours such as `paint` writes, and what changes the direction of text. */
const steering = /\u001b(?!\[\d\d?m)|\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Nothing is broken: the answer is no. */
const refusals: ReadonlySet<Problem['code']> = new Set(['wrongAccount', 'invalidInput', 'conflict', 'stackState', 'cancelled']);

const codes: Record<Colour, number> = { red: 31, green: 32, yellow: 33, bold: 1, dim: 2 };

const wantsColour = ({ stdout }: Streams, env: Environment) =>
  stdout.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
