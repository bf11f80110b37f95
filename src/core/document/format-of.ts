import type { DocumentText } from './document-text';

/** JSON by the file's name, or by its first character where the name says nothing. */
export function formatOf(fileName: string, text: DocumentText): 'yaml' | 'json' {
  if (/\.json$/i.test(fileName)) return 'json';
  if (/\.ya?ml$/i.test(fileName)) return 'yaml';
  return /^\uFEFF?\s*[{[]/.test(text.toString()) ? 'json' : 'yaml';
}
