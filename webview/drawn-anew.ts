/** Draws a page anew. The button that had the focus has it again by its key; where it is gone or waits, the page's title has. */
export function drawnAnew(page: HTMLElement, draw: () => void): void {
  const focused = page.ownerDocument.activeElement;
  const had = focused !== null && page.contains(focused);
  draw();
  if (!had || focused.isConnected) return;
  const key = focused.getAttribute('data-key');
  const again = key === null ? null : page.querySelector<HTMLElement>(`[data-key="${key}"]:not([disabled])`);
  (again ?? page.querySelector<HTMLElement>('h1'))?.focus();
}
