import { fileURLToPath } from 'node:url';
import type { OpenText } from './open-text';

/** The name that decides how a document is read: its path, or for a new one what its language says. */
export function fileNameOf({ uri, languageId }: Pick<OpenText, 'uri' | 'languageId'>): string {
  const path = pathOf(uri) ?? decoded(uri);
  if (/\.(json|ya?ml|template)$/i.test(path)) return path;
  return `${path}.${languageId.startsWith('json') ? 'json' : 'yaml'}`;
}

/** Undefined for what is not a file on this machine. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined; // A malformed uri names no file.
  }
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri; // A stray per cent sign: the name is taken as it stands.
  }
}
