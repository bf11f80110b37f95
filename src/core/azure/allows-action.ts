/** What one role assignment allows, in Azure's patterns. */
export interface Grant {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
}

/** Whether one of the grants allows an action: what one takes out, another may still give. */
export const allowsAction = (grants: readonly Grant[], action: string): boolean =>
  grants.some(({ actions, notActions }) => actions.some((pattern) => covers(pattern, action)) && !notActions.some((pattern) => covers(pattern, action)));

/** A star stands for any text, also one with slashes; case does not count. */
function covers(pattern: string, action: string): boolean {
  const [first = '', ...rest] = pattern.toLowerCase().split('*');
  const text = action.toLowerCase();
  if (rest.length === 0) return first === text;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}
