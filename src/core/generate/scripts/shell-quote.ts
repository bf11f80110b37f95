/**
 * A word for bash that stands for exactly this text, on one line: a terminal into which a script is pasted acts on
 * control characters. A shell has no word for the character NUL, so it goes.
 */
export function shellQuote(text: string): string {
  const parts = text.replaceAll('\0', '').match(/[\x01-\x1f\x7f]+|[^\x01-\x1f\x7f]+/g) ?? [''];
  return parts.map((part) => (/[\x01-\x1f\x7f]/.test(part) ? coded(part) : `'${part.replaceAll("'", `'\\''`)}'`)).join('');
}

const coded = (part: string): string =>
  `$'${[...part].map((character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`).join('')}'`;
