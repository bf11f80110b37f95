/** Does small jobs one after the other, as many at once as leave a frame time to be drawn. */
export type InFrames = (jobs: readonly (() => void)[]) => void;

/** Milliseconds of a frame's 16 that jobs may take; the rest is the browser's, to lay out and paint what they made. */
const budget = 5;

/** The first jobs are done at once; those that come while others wait, after them. */
export function inFrames(): InFrames {
  const waiting: (() => void)[] = [];
  let asked = false;

  const work = () => {
    asked = false;
    const end = performance.now() + budget;
    while (waiting.length > 0 && performance.now() < end) waiting.shift()?.();
    if (waiting.length === 0) return;
    asked = true;
    requestAnimationFrame(work);
  };

  return (jobs) => {
    waiting.push(...jobs);
    if (!asked) work();
  };
}
