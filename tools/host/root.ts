import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's top folder. */
export const root = resolve(fileURLToPath(new URL('.', import.meta.url)), '..', '..');
