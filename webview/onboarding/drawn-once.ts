/** Draws only what says something else than what was drawn last: what is open stays open, and what has the focus keeps it. */
export function drawnOnce<T>(draw: (value: T) => void): (value: T) => void {
  let last: T | undefined;
  let said: string | undefined;
  return (value) => {
    if (value === last) return;
    last = value;
    const says = JSON.stringify(value);
    if (says === said) return;
    said = says;
    draw(value);
  };
}
