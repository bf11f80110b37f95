const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** An age in words, such as "5 minutes ago". A time ahead of us is a clock that differs, and counts as now. */
export function ageWords(milliseconds: number): string {
  const found = units.find(([, length]) => milliseconds >= length);
  return found ? `${lengthWords(milliseconds)} ago` : 'just now';
}

/** A length of time in its largest unit, such as "24 hours". */
export function lengthWords(milliseconds: number): string {
  const [name, length] = units.find(([, each]) => milliseconds >= each && (each !== 86_400_000 || milliseconds >= 2 * each)) ?? units[2];
  const count = Math.floor(milliseconds / length);
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
