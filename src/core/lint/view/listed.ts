import type { Located } from '../../document/located';

/** A policy may write one value or a list of them. */
export const listed = (node: Located | undefined): readonly Located[] => (node?.kind === 'sequence' ? node.items : node ? [node] : []);
