/** The shortest text found that still fails in the same way: lines are left out, then characters. */
export function shrink(text: string, fails: (text: string) => boolean, patienceMs: number): string {
  const until = Date.now() + patienceMs;
  const inTime = (shorter: string) => Date.now() < until && fails(shorter);
  const byLines = leaveOut(text.split(/(?<=\n)/), inTime);
  return byLines.length > 2_000 ? byLines : leaveOut([...byLines], inTime);
}

/** Leaves out ever smaller runs of parts, as long as it goes on failing without them. */
function leaveOut(parts: readonly string[], fails: (text: string) => boolean): string {
  let kept = parts;
  for (let size = Math.ceil(parts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length; ) {
      const shorter = kept.toSpliced(at, size);
      if (fails(shorter.join(''))) kept = shorter;
      else at += size;
    }
  }
  return kept.join('');
}
