/** True where all addresses of an IPv4 range such as `192.0.2.0/24` belong to another one. */
export function liesWithin(range: string, other: string): boolean {
  const [inner, outer] = [rangeOf(range), rangeOf(other)];
  return inner !== undefined && outer !== undefined && outer.length <= inner.length && inner.bits.startsWith(outer.bits.slice(0, outer.length));
}

function rangeOf(text: string): { readonly bits: string; readonly length: number } | undefined {
  const [, address = '', length = ''] = /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})$/.exec(text) ?? [];
  const bytes = address.split('.').map(Number);
  if (length === '' || Number(length) > 32 || bytes.some((byte) => byte > 255)) return undefined;
  return { bits: bytes.map((byte) => byte.toString(2).padStart(8, '0')).join(''), length: Number(length) };
}
