import { monitorEventLoopDelay } from 'node:perf_hooks';

/** The longest time, in milliseconds, that this thread did nothing else while the work was done. */
export async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  // The clock runs from a turn of the loop to the next, so there is one before and one after the work.
  await aTurn();
  await work();
  await aTurn();
  delay.disable();
  return delay.max / 1e6;
}

/** The least of three: a busy machine makes every block longer now and then, and none shorter. */
export async function longestBlockOf(work: () => Promise<unknown>): Promise<number> {
  return Math.min(await longestBlock(work), await longestBlock(work), await longestBlock(work));
}

const aTurn = () => new Promise((resolve) => setTimeout(resolve, 20));
