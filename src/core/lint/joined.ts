/** `a, b and c`; of a long list the beginning and how many there are. */
export function joined(items: readonly string[], most = items.length): string {
  const last = items.length > most ? `${items.length - most} more` : items.at(-1);
  const rest = items.length > most ? items.slice(0, most) : items.slice(0, -1);
  return rest.length > 0 ? `${rest.join(', ')} and ${last ?? ''}` : (last ?? '');
}
