/** One open bracket before the cursor: what has been read in it so far. */
export interface Frame {
  readonly kind: 'map' | 'sequence';
  readonly keys: string[];
  /** The key whose value is being read; undefined while a key is. */
  key: string | undefined;
  index: number;
  /** Where its bracket stands. */
  readonly start: number;
}

export interface FlowScan {
  /** Open brackets, outermost first. */
  readonly frames: readonly Frame[];
  /** Where the word under the cursor starts, its quote included. */
  readonly wordStart: number;
}

/** Reads JSON or YAML's flow style from `start` up to the cursor, forgiving what is not finished. */
export function scanFlow(text: string, start: number, end: number): FlowScan {
  const frames: Frame[] = [];
  let wordStart = -1;
  let at = start;
  while (at < end) {
    const char = text.charAt(at);
    if (isSpace(char)) {
      at += 1;
    } else if (char === '#') {
      at = lineEnd(text, at);
    } else if (punctuation.has(char)) {
      punctuate(frames, at, char, wordStart < 0 ? '' : unquote(text.slice(wordStart, at)));
      wordStart = -1;
      at += 1;
    } else {
      if (wordStart < 0) wordStart = at;
      at = skipWord(text, at, end);
    }
  }
  return { frames, wordStart: wordStart < 0 || wordEnded(text, wordStart, end) ? end : wordStart };
}

const punctuation = new Set(['{', '}', '[', ']', ',', ':']);

const isSpace = (char: string) => char === ' ' || char === '\t' || char === '\n' || char === '\r' || char === '\uFEFF';

function punctuate(frames: Frame[], at: number, char: string, word: string): void {
  if (char === '{' || char === '[') {
    frames.push({ kind: char === '{' ? 'map' : 'sequence', keys: [], key: undefined, index: 0, start: at });
  } else if (char === '}' || char === ']') {
    frames.pop();
  } else {
    separate(frames.at(-1), char, word);
  }
}

function separate(top: Frame | undefined, char: string, word: string): void {
  if (top && char === ',') {
    top.key = undefined;
    top.index += 1;
  } else if (top?.kind === 'map' && top.key === undefined) {
    top.key = word;
    top.keys.push(word);
  }
}

/** A quoted word goes to its closing quote, or to the end of its line where that is missing. */
function skipWord(text: string, start: number, end: number): number {
  const quote = text.charAt(start);
  if (quote !== '"' && quote !== "'") return plainEnd(text, start, end);
  for (let at = start + 1; at < end; at += 1) {
    const char = text.charAt(at);
    if (char === '\\' && quote === '"') at += 1;
    else if (char === quote) return at + 1;
    else if (char === '\n') return at;
  }
  return end;
}

function plainEnd(text: string, start: number, end: number): number {
  let at = start + 1;
  while (at < end && !endsPlain(text, at, end)) at += 1;
  return at;
}

/** A colon ends a word only where nothing of it follows: `Fn::Sub` and `api://…` are words. */
function endsPlain(text: string, at: number, end: number): boolean {
  const char = text.charAt(at);
  if (char !== ':') return punctuation.has(char) || isSpace(char);
  const next = text.charAt(at + 1);
  return at + 1 >= end || isSpace(next) || (next !== ':' && punctuation.has(next));
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

export const unquote = (word: string): string => word.trim().replace(/^["']|["']$/g, '');

const wordEnded = (text: string, start: number, end: number) => /\s$/.test(text.slice(start, end));
