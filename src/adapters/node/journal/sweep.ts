import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isHeld } from './claim-lease';

/** Milliseconds: nobody takes so long to write a file. */
const abandoned = 60_000;

/** Deletes what killed processes left: halves of files, and leases on operations that have ended or of which there is no note. */
export async function sweep(folder: string, open: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const leased = /^(.+)\.lease\.\d+$/.exec(name)?.[1];
    const isLeft = leased === undefined ? name.endsWith('.partial') && (await isOld(path)) : !open.has(leased) && !(await isHeld(path));
    if (isLeft) await rm(path, { force: true }).catch(() => undefined); // the next look tries again
  }
}

async function isOld(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > abandoned;
}
