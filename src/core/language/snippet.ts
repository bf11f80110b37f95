/** Makes text stand for itself in a snippet of the Language Server Protocol. */
export const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** JSON wants quotes round text, YAML only where the text would read as something else. */
export function quoted(shown: string, value: string, style: 'block' | 'flow' | 'json'): string {
  if (style !== 'json' || /^(true|false|null|-?\d+)$/.test(value)) return shown;
  return `"${shown}"`;
}
