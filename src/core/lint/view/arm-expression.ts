import type { Located } from '../../document/located';

/** `[parameters('x')]`: what an ARM template fills in is not known here. */
export const isExpression = (node: Located | undefined): boolean =>
  node?.kind === 'scalar' && typeof node.value === 'string' && /^\[(?!\[)[^]*\]$/.test(node.value);

/** A text that stands in the file itself. */
export const knownText = (node: Located | undefined): string | undefined =>
  node?.kind === 'scalar' && typeof node.value === 'string' && !isExpression(node) ? node.value : undefined;
