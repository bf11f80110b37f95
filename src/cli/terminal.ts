import type { Readable, Writable } from 'node:stream';
import type { Problem } from '../core/model/problem';
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
  const say = (text: string) => void streams.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
  return {
    ...{ stdin: streams.stdin, stdout: streams.stdout, stderr: streams.stderr, env, say },
    print: (text) => void streams.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    fail(problem) {
      if (problem.code !== 'cancelled') say([problem.message, problem.action].filter(Boolean).join(' '));
      return refusals.has(problem.code) ? exitCode.findings : exitCode.impossible;
    },
    paint: wantsColour(streams, env) ? (colour, text) => `\u001b[${codes[colour]}m${text}\u001b[0m` : (_, text) => text,
  };
}

/** Nothing is broken: the answer is no. */
const refusals: ReadonlySet<Problem['code']> = new Set(['wrongAccount', 'invalidInput', 'conflict', 'stackState', 'cancelled']);

const codes: Record<Colour, number> = { red: 31, green: 32, yellow: 33, bold: 1, dim: 2 };

const wantsColour = ({ stdout }: Streams, env: Environment) =>
  stdout.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
