/**
 * True for views that say the same: places do not count, nor does the resource behind a view, which moves and changes in
 * ways that its view does not show.
 */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) return Array.isArray(other) && sameItems(one, other);
  const names = Object.keys(one);
  const others = Object.keys(other);
  return names.length === others.length && names.every((name, index) => others[index] === name && (untold.has(name) || sameValue(Reflect.get(one, name), Reflect.get(other, name))));
}

/** Lists of all roles of a large file differ in one, if any. */
function sameItems(ones: readonly unknown[], others: readonly unknown[]): boolean {
  if (ones.length !== others.length) return false;
  for (let index = 0; index < ones.length; index++) {
    if (ones[index] !== others[index] && !sameValue(ones[index], others[index])) return false;
  }
  return true;
}

const untold: ReadonlySet<string> = new Set(['span', 'resource']);
