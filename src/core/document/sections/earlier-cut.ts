import type { Change } from './change';
import type { Cut, Part, Slice } from './cut';

/** How the text was cut before it changed. A cutter goes on from there, and stops where nothing is new any more. */
export interface EarlierCut {
  /** Parts that still stand where they stood: the next one starts before the change. */
  readonly unchanged: readonly Part[];
  /** Where the part behind these starts. */
  readonly from: number | undefined;
  /**
   * The part that started here before the change, where some of its children start before it too. Each of these needs
   * `glance` characters to be known as a child.
   */
  partApartAt(start: number, glance: number): EarlierPart | undefined;
  /** All parts from one that starts here now, and where the whole ends, where nothing is new any more. */
  partsFrom(start: number): { readonly parts: readonly Part[]; readonly end: number } | undefined;
}

export interface EarlierPart {
  /** Children that start before the change. The last one may have changed behind its start. */
  readonly unchanged: readonly Slice[];
  /** Children from one that starts here now, and where their map ends, where nothing is new any more. */
  childrenFrom(start: number): { readonly children: readonly Slice[]; readonly end: number } | undefined;
}

export function earlierCut({ parts, span }: Cut, change: Change, oldLength: number): EarlierCut {
  const { before, behind, moved } = change;
  const count = firstAtOrBehind(parts.map(({ slice }) => slice.start), before);
  const unchanged = parts.slice(0, Math.max(0, count - 1));
  const starts = parts.map(({ slice }) => slice.start);
  return {
    unchanged,
    from: unchanged.length > 0 ? starts[unchanged.length] : undefined,
    partApartAt(start, glance) {
      const index = firstAtOrBehind(starts, start);
      const part = parts[index];
      if (starts[index] !== start || !part?.children) return undefined;
      const end = part.span?.end ?? starts[index + 1] ?? oldLength;
      const earlier = earlierPart(part.children, end, glance, change);
      return earlier.unchanged.length > 0 ? earlier : undefined;
    },
    partsFrom(start) {
      if (start < behind) return undefined;
      const index = firstAtOrBehind(starts, start - moved);
      if (starts[index] !== start - moved) return undefined;
      return { parts: parts.slice(index).map((part) => movedPart(part, moved)), end: (span?.end ?? oldLength) + moved };
    },
  };
}

function earlierPart(children: readonly Slice[], end: number, glance: number, { before, behind, moved }: Change): EarlierPart {
  const starts = children.map(({ start }) => start);
  const unchanged = children.slice(0, firstAtOrBehind(starts, before - glance + 1));
  return {
    unchanged,
    childrenFrom(start) {
      if (start < behind) return undefined;
      const index = firstAtOrBehind(starts, start - moved);
      return starts[index] === start - moved ? { children: children.slice(index).map((child) => movedSlice(child, moved)), end: end + moved } : undefined;
    },
  };
}

const movedSlice = ({ start, end, role }: Slice, by: number): Slice => ({ start: start + by, end: end + by, role });

const movedPart = ({ slice, children, span }: Part, by: number): Part => ({
  slice: movedSlice(slice, by),
  ...(children ? { children: children.map((child) => movedSlice(child, by)) } : {}),
  ...(span ? { span: { start: span.start + by, end: span.end + by } } : {}),
});

/** Index of the first value that is not smaller, in ascending values. */
function firstAtOrBehind(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
