const most = 80;

/** A user's text as part of a sentence: on one line, and no longer than a reader needs to know it again. */
export function shown(text: string): string {
  const line = text.slice(0, most * 2).replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
  return text.length > most ? `${line.slice(0, most)}…` : line;
}
