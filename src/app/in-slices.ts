/** A quarter of a frame, because the item in work and the garbage of all before it are not told beforehand: who waits for a turn in between is not noticed. */
const sliceMs = 4;

/** Does the work for each item, and lets others have their turn before and in between: who does one thing only answers nobody. */
export async function inSlices<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  let since = -Infinity;
  for (const item of items) {
    if (performance.now() - since >= sliceMs) {
      await turnOfOthers();
      since = performance.now();
    }
    work(item);
  }
}

const turnOfOthers = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
