import { plainLine } from './plain-line';

/** A text from outside as Markdown that shows it as it is: on one line, without markup or links of its own. */
export const markdownText = (text: string): string =>
  plainLine(text)
    .replaceAll('&', '&amp;')
    .replace(/[\\`*_{}[\]<>#|~!]/g, (sign) => `\\${sign}`)
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+])/, '\\$1')
    // What looks like an address would become a link by itself.
    .replace(/\b(https?|ftp):\/\//gi, '$1:&#47;&#47;')
    .replace(/\bwww\./gi, 'www&#46;');

/** The same in code, where only backticks mean something, and a bar in a table. */
export function markdownCode(text: string): string {
  const line = plainLine(text);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${line.replaceAll('|', '\\|')}${pad}${fence}`;
}

/** Rows of a table, the first of them its head; cells are Markdown already. */
export const markdownTable = ([head = [], ...rows]: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
