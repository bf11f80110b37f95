/** Runs the tasks with at most `width` at a time; results come in the order of the tasks. */
export async function inParallel<T>(tasks: readonly (() => Promise<T>)[], width: number): Promise<readonly T[]> {
  const results = new Map<number, T>();
  const queue = tasks.entries();
  const worker = async (): Promise<void> => {
    for (const [index, task] of queue) results.set(index, await task());
  };
  await Promise.all(Array.from({ length: Math.min(width, tasks.length) }, worker));
  return tasks.map((_, index) => results.get(index) as T); // each task has put its own there
}
