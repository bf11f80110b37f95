/** Compares versions number by number: `1.9` is older than `1.31`. What is no number counts as 0. */
export function isAtLeast(version: string, least: string): boolean {
  const [has, wants] = [numbers(version), numbers(least)];
  const at = wants.findIndex((number, index) => number !== (has[index] ?? 0));
  return at < 0 || (has[at] ?? 0) > (wants[at] ?? 0);
}

const numbers = (version: string): readonly number[] => version.split('.').map((part) => Number.parseInt(part, 10) || 0);
