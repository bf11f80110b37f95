/**
 * An expression for PowerShell that stands for exactly this text, in ASCII alone: Windows PowerShell reads a file
 * without a mark as the machine's old code page.
 */
export function powershellQuote(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return quoted(text);
  return `[regex]::Unescape(${quoted(escaped(text))})`;
}

/** PowerShell takes typographic quotes for quotes too, but these are escaped by then. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
