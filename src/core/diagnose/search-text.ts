/** A text made ready to be searched: white space is one blank, quotes are straight. Both forms have the same length. */
export interface SearchText {
  readonly original: string;
  readonly lower: string;
}

/** More than this is cut off: no error is so long. */
export const longestError = 1_000_000;

export function toSearchText(text: string): SearchText {
  const original = text.slice(0, longestError).replace(/\s+/g, ' ').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').trim();
  const lower = original.toLowerCase();
  // A few letters grow when they become small, which would shift all places after them.
  return { original, lower: lower.length === original.length ? lower : original.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) };
}
