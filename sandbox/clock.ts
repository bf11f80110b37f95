/** Work that goes on after its request was answered: each `yield` is one state transition. */
export type Process = Generator<void, void>;

export interface Clock {
  /** Sets a process going; its first transition is one step away. */
  start(process: Process): void;
  /** Makes one state transition. Says whether there was one to make. */
  tick(): boolean;
  /** Makes every transition that is left. */
  runAll(): void;
  stop(): void;
}

export type ClockOptions = 'manual' | { readonly msPerStep: number };

export function createClock(options: ClockOptions): Clock {
  const running: Process[] = [];
  const timers = new Set<NodeJS.Timeout>();

  /** Round-robin, so that stacks deployed together move together. */
  const tick = (): boolean => {
    const process = running.shift();
    if (!process) return false;
    if (!process.next().done) running.push(process);
    return true;
  };

  const stepEvery = (process: Process, delay: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      const position = running.indexOf(process);
      if (position < 0) return;
      if (process.next().done) running.splice(running.indexOf(process), 1);
      else stepEvery(process, delay);
    }, delay);
    timers.add(timer);
  };

  const runAll = (): void => {
    while (tick());
  };

  return {
    start(process) {
      running.push(process);
      if (options !== 'manual') stepEvery(process, options.msPerStep);
    },
    tick,
    runAll,
    stop() {
      for (const timer of timers) clearTimeout(timer);
      running.length = 0;
    },
  };
}
