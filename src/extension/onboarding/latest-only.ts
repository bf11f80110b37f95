/** Runs one at a time; of those that are asked for meanwhile only the last. A keystroke never queues behind another. */
export function latestOnly<T>(run: (value: T) => Promise<void>): (value: T) => void {
  let running = false;
  let waiting: { readonly value: T } | undefined;
  const start = async (value: T) => {
    running = true;
    try {
      await run(value);
    } finally {
      running = false;
      const following = waiting;
      waiting = undefined;
      if (following) void start(following.value);
    }
  };
  return (value) => {
    if (running) waiting = { value };
    else void start(value);
  };
}
