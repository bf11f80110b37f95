/**
 * True for views that say the same: places do not count, nor does the resource behind a view, which moves and changes in
 * ways that its view does not show.
 */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((item, index) => sameValue(item, other[index]));
  const left = fieldsOf(one);
  const right = fieldsOf(other);
  return left.length === right.length && left.every(([key, value], index) => right[index]?.[0] === key && sameValue(value, right[index][1]));
}

const fieldsOf = (value: object): readonly (readonly [string, unknown])[] => Object.entries(value).filter(([key]) => key !== 'span' && key !== 'resource');
