/** Tags as one line: `team=lab, stage=dev`. */
export const tagsText = (tags: Readonly<Record<string, unknown>>): string =>
  Object.entries(tags).map(([name, value]) => `${name}=${String(value)}`).join(', ');

/** What `tagsText` writes, read back. A tag without a value has an empty one. */
export function tagsIn(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(/[,;\n]/).map((part) => part.trim()).filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );
}
