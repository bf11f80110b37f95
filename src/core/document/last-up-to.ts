/** Index of the last item whose value is not greater than one, in a list of ascending values; -1 where there is none. */
export function lastUpTo<T>(list: readonly T[], value: number, valueOf: (item: T) => number): number {
  let low = -1;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (valueOf(list[middle] as T) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

export const itself = (value: number): number => value;
