import { randomUUID } from 'node:crypto';
import { lstat, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Bytes: a template of 1 MB and what stands around it. What is larger is none of ours. */
const largest = 8_000_000;

/** The text of a plain file of a sensible size; null when there is none. */
export async function readSmallFile(path: string): Promise<string | null> {
  try {
    const found = await lstat(path);
    return found.isFile() && found.size <= largest ? await readFile(path, 'utf8') : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** On the disk as a whole before it has its name: neither a killed process nor a power cut leaves half a file. For its owner only. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const partial = `${path}.${randomUUID()}.partial`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    const file = await open(partial, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
