import { catalog, type Sourced } from '../catalog/catalog';

/** Paragraphs of Markdown; what is empty is left out. */
export const paragraphs = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join('\n\n');

export const code = (text: string | number): string => `\`${text}\``;

export const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** Where a fact comes from and when it was last compared with it, as one line of Markdown. */
export function sourceLine({ sources, checked }: Sourced): string {
  const names = sources.map(sourceName).join('; ');
  return `*Source: ${names || 'unknown'}. Checked ${checked}.*`;
}

function sourceName(key: string): string {
  const source = catalog.sources[key];
  if (!source) return key;
  const title = source.url ? `[${source.title}](${source.url})` : source.title;
  return source.kind === 'official document' ? title : `${title} (${source.kind})`;
}
