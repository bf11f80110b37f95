import { readFileSync } from 'node:fs';

/** The longest time, in milliseconds, that this thread did nothing else while the work was done. */
export async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  let [longest, last, isOn] = [0, spentMs(), true];
  const look = () => {
    const now = spentMs();
    [longest, last] = [Math.max(longest, now - last), now];
    if (isOn) setTimeout(look, 1);
  };
  setTimeout(look, 1);
  await aTurn();
  longest = 0;
  await work();
  await aTurn();
  isOn = false;
  return longest;
}

/** The least of three: what is compiled and collected on the way is not the same each time. */
export async function longestBlockOf(work: () => Promise<unknown>): Promise<number> {
  return Math.min(await longestBlock(work), await longestBlock(work), await longestBlock(work));
}

const aTurn = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Processor time of this thread, which others on a busy machine do not lengthen; the clock where the system does not tell it. */
function spentMs(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return performance.now();
  }
}
