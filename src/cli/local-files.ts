import { readdir } from 'node:fs/promises';
import type { Files } from '../server/files';
import { readInput } from './read-input';

/** The disk as it is. */
export const localFiles: Files = {
  read: readInput,
  async list(folder) {
    try {
      return await readdir(folder);
    } catch {
      return []; // No folder, no neighbours.
    }
  },
};
