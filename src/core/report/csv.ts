/**
 * Rows as CSV by RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe in front, which makes it
 * a text there: names of connectors and answers of clouds are not ours.
 */
export const csv = (rows: readonly (readonly (string | number)[])[]): string => rows.map((cells) => `${cells.map(toCell).join(',')}\r\n`).join('');

function toCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const safe = /^[\s]*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
