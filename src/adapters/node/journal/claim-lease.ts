import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Lease } from '../../../app/operation/journal';

/** Milliseconds without a sign of life after which a follower counts as gone. */
const patience = 15_000;

/**
 * The right to follow an operation is a file `<id>.lease.<n>`. Taking over from a follower that is gone is making
 * `n + 1`, which the file system lets one do: nobody ever deletes the file of somebody who may be alive.
 */
export async function claimLease(folder: string, id: string, beat: number): Promise<Lease | null> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const before = await generations(folder, id);
  const newest = before.at(-1);
  if (newest !== undefined && (await isHeld(join(folder, leaseName(id, newest))))) return null;
  const mine = (newest ?? 0) + 1;
  const path = join(folder, leaseName(id, mine));
  if (!(await createAlone(path))) return null;
  // One that was made between the look and the taking is ahead, or behind: the highest number has the right.
  if (await isOvertaken(folder, id, mine)) {
    await rm(path, { force: true });
    return null;
  }
  return keepAlive({ folder, id, mine, beat });
}

interface Held {
  readonly folder: string;
  readonly id: string;
  readonly mine: number;
  /** Milliseconds between two signs of life. */
  readonly beat: number;
}

function keepAlive({ folder, id, mine, beat }: Held): Lease {
  const path = join(folder, leaseName(id, mine));
  const lost = new AbortController();
  const timer = setInterval(() => void signOfLife().catch(() => lost.abort()), beat);
  timer.unref();
  const signOfLife = async () => {
    if (await isOvertaken(folder, id, mine)) return lost.abort();
    await utimes(path, new Date(), new Date());
  };
  return {
    lost: lost.signal,
    async release() {
      clearInterval(timer);
      const numbers = await generations(folder, id).catch(() => []);
      for (const number of numbers) if (number <= mine) await rm(join(folder, leaseName(id, number)), { force: true });
    },
  };
}

const leaseName = (id: string, number: number) => `${id}.lease.${number}`;

/** Ascending. */
async function generations(folder: string, id: string): Promise<readonly number[]> {
  const prefix = `${id}.lease.`;
  const names = (await readdir(folder)).filter((name) => name.startsWith(prefix));
  return names.map((name) => Number(name.slice(prefix.length))).filter(Number.isSafeInteger).sort((a, b) => a - b);
}

const isOvertaken = async (folder: string, id: string, mine: number) => (await generations(folder, id)).some((number) => number > mine);

/** A follower writes who it is: one that ended without a word on this computer is known to be gone at once. */
export async function isHeld(path: string): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const [host, pid] = text.split(' ');
  if (host === hostname() && pid !== undefined && hasEnded(Number(pid))) return false;
  return isAlive(path);
}

function hasEnded(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0); // asks only
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** A clock that was set back must not keep a dead one alive for ever. */
async function isAlive(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Math.abs(Date.now() - found.mtimeMs) < patience;
}

async function createAlone(path: string): Promise<boolean> {
  try {
    await writeFile(path, `${hostname()} ${process.pid}`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
