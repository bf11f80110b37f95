import type { Located } from './located';

/** The value alone, without places. Of duplicate keys the last counts, as in `JSON.parse`. */
export function toPlain(node: Located): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') return node.items.map(toPlain);
  const plain: Record<string, unknown> = {};
  for (const { key, value } of node.entries) {
    const name = String(key.value);
    if (name === '__proto__') Object.defineProperty(plain, name, { value: toPlain(value), enumerable: true, configurable: true });
    else plain[name] = toPlain(value);
  }
  return plain;
}
