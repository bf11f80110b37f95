import { itself, lastUpTo } from './last-up-to';

/** Zero-based, characters in UTF-16 units, as the language server protocol counts. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface LineIndex {
  readonly lineCount: number;
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
  /** The text of a line without its line end; empty past the last line. */
  lineAt(line: number): string;
}

/** Finds lines in a text whose lines end with CR LF, LF or CR, mixed as they may be. */
export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const startOf = (line: number): number => starts[Math.max(line, 0)] ?? text.length;
  const endOf = (line: number): number => {
    let end = startOf(line + 1);
    while (end > startOf(line) && isLineEnd(text.charCodeAt(end - 1))) end--;
    return end;
  };
  return {
    lineCount: starts.length,
    positionAt(offset) {
      const inside = Math.max(0, Math.min(offset, text.length));
      const line = lastUpTo(starts, inside, itself);
      return { line, character: inside - startOf(line) };
    },
    offsetAt: ({ line, character }) => (line < 0 ? 0 : Math.min(startOf(line) + Math.max(character, 0), endOf(line))),
    lineAt: (line) => (line < 0 ? '' : text.slice(startOf(line), endOf(line))),
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (!isLineEnd(code)) continue;
    if (code === 0x0d && text.charCodeAt(offset + 1) === 0x0a) offset++;
    starts.push(offset + 1);
  }
  return starts;
}

const isLineEnd = (code: number): boolean => code === 0x0a || code === 0x0d;
